package dev.ephemint.conformance.diff.gate;

import dev.ephemint.conformance.diff.document.SpecDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The directory of released documents, and {@code SHA256SUMS} with the hash of each that is published and so final. */
public final class PublishedReleases {
    private static final String SUMS = "SHA256SUMS";

    private final Path directory;

    public PublishedReleases(Path directory) {
        this.directory = directory;
    }

    /** @param kind {@code openapi} or {@code asyncapi} */
    public SpecDocument newest(String kind) {
        try (Stream<Path> files = Files.list(directory)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .max(Comparator.comparing(PublishedReleases::version))
                    .orElseThrow();
            return SpecDocument.parse(version(newest).toString(), newest.toString(), Files.readString(newest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractVersion version(Path file) {
        String name = file.getFileName().toString();
        return ContractVersion.of(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.')));
    }

    /** Published documents that are missing or were changed. */
    public List<String> changed() {
        try {
            return Files.readAllLines(directory.resolve(SUMS)).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\\s+", 2))
                    .filter(line -> !hash(directory.resolve(line[1])).equals(line[0]))
                    .map(line -> line[1] + ": is published and must not change; restore it")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
