package dev.ephemint.conformance.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The directory that new tapes are written to, each in one step. */
public final class TapeDirectory {
    private final Path directory;
    private final boolean replaces;

    /** @param replaces whether a tape may replace one of its name */
    public TapeDirectory(Path directory, boolean replaces) {
        this.directory = directory;
        this.replaces = replaces;
    }

    /** Whether a tape of this name, {@code dialect/name}, would be written. */
    public boolean accepts(String name) {
        return replaces || Files.notExists(file(name));
    }

    /**
     * Writes the tape, once it was read back.
     *
     * @return the file
     */
    public Path write(ComposedTape composed) {
        String name = composed.tape().name();
        if (!accepts(name)) {
            throw new IllegalStateException(file(name) + ": exists; use --replace to replace it");
        }
        try {
            Path file = file(name);
            Path folder = Files.createDirectories(directory.resolve(name).getParent());
            Path part = Files.createTempFile(folder, ".tape", ".part");
            try {
                Files.writeString(part, composed.text());
                return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot write tape " + name, e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }
}
