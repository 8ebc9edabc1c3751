package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One of the two sets of options for the JVM that {@code server/docs/start.md} recommends. */
record JvmOptions(List<String> all) {
    JvmOptions {
        all = List.copyOf(all);
    }

    /** The options in a file of the checkout, one a line. */
    static JvmOptions read(Path file) {
        try {
            return new JvmOptions(Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("-"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The garbage collector: an archive of classes is made with it. */
    List<String> collector() {
        return all.stream().filter(option -> option.matches("-XX:\\+Use\\w+GC")).toList();
    }

    @Override
    public String toString() {
        return String.join(" ", all);
    }
}
