package dev.ephemint.conformance.profile;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The profiles that the kit brings, and those in files. */
public final class Profiles {
    private static final String ENDING = ".yaml";

    private Profiles() {}

    /** The names of the profiles that the kit brings, in order. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(KitData.path("profiles"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * By name, or from a file.
     *
     * @throws InvalidInputException if there is none, or it cannot be used
     */
    public static Profile of(String nameOrFile) {
        if (names().contains(nameOrFile)) {
            return ProfileReader.read(KitData.path("profiles").resolve(nameOrFile + ENDING));
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "no profile " + nameOrFile + ": neither a file nor one of " + String.join(", ", names()));
        }
        return ProfileReader.read(file);
    }
}
