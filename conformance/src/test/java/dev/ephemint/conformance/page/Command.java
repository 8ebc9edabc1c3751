package dev.ephemint.conformance.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine. */
final class Command {

    /** Only ends a program that hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private Command() {}

    /** The first of these names that is a program on the PATH. */
    static Optional<Path> find(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What it prints to both streams, unless it fails or does not end. */
    static String run(String... command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("printed", ".txt");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(printed));
            }
            return Files.readString(printed);
        } finally {
            Files.delete(printed);
        }
    }
}
