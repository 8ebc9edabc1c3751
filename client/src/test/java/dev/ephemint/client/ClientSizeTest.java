package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The client with everything it needs at run time, from the class path that Maven resolves for it. */
@ResourceLock(Resources.SYSTEM_OUT)
class ClientSizeTest {

    private static final long LIMIT = 4_000_000;

    @Test
    void clientAndDependenciesAreSmallerThanFourMegabytes() throws IOException {
        List<Path> parts = Stream.concat(
                        Stream.of(Path.of("target/classes")),
                        Stream.of(Files.readString(Path.of("target/runtime-classpath"))
                                        .strip()
                                        .split(File.pathSeparator))
                                .map(Path::of))
                .toList();
        long total = parts.stream().mapToLong(ClientSizeTest::weight).sum();

        parts.forEach(part -> System.out.printf("%,10d  %s%n", weight(part), part.getFileName()));
        System.out.printf("%,10d  bytes at run time, of %,d allowed%n", total, LIMIT);

        assertThat(total).isLessThan(LIMIT);
        assertThat(parts).noneMatch(part -> part.toString().contains("networknt"));
    }

    /** Of a jar as it is, and of classes not packed yet as a jar of them would be. */
    private static long weight(Path part) {
        try {
            return Files.isDirectory(part) ? packed(part) : Files.size(part);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long packed(Path classes) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return jar.size();
    }
}
