package dev.ephemint.conformance.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tapes of a directory, {@code <dialect>/<name>.json}. */
public final class Tapes {
    private Tapes() {}

    /** All tapes in the order of their names. */
    public static List<Tape> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> read(directory, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tape read(Path directory, Path file) {
        try {
            String relative = directory.relativize(file).toString().replace('\\', '/');
            return TapeReader.read(relative.substring(0, relative.length() - ".json".length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
