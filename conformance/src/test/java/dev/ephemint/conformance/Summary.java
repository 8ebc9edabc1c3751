package dev.ephemint.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line about a suite, which the build prints at its end. */
public final class Summary {
    private static final Path DIRECTORY = Path.of("target/summary");

    private Summary() {}

    public static void write(String suite, String line) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(suite + ".txt"), line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
