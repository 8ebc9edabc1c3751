package dev.ephemint.conformance.polyglot.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The OpenAPI document that clients are generated from, as YAML.
 *
 * @param version what {@code info.version} says
 */
public record Contract(String version, String document) {
    private static final Pattern VERSION =
            Pattern.compile("^info:\\R(?:[ #].*\\R|\\R)*? +version: *[\"']?([^\"'\\s]+)", Pattern.MULTILINE);

    /** The document of this version of the kit. */
    public static Contract bundled() {
        return of(new String(PolyglotFiles.contract(), StandardCharsets.UTF_8));
    }

    /**
     * A file, or a released version, such as 0.1.0.
     *
     * @throws IllegalArgumentException if it cannot be read or states no version
     */
    public static Contract named(String fileOrVersion) {
        Optional<String> released = PolyglotFiles.released(fileOrVersion);
        return released.isPresent() ? of(released.get()) : read(Path.of(fileOrVersion));
    }

    /** @throws IllegalArgumentException if it cannot be read or states no version */
    public static Contract read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException if it states no version */
    public static Contract of(String document) {
        Matcher version = VERSION.matcher(document);
        if (!version.find()) {
            throw new IllegalArgumentException("not an OpenAPI document as YAML: info.version is missing");
        }
        return new Contract(version.group(1), document);
    }

    /** The version and a checksum: a document may change without its version. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(document.getBytes(StandardCharsets.UTF_8));
        return version + "-" + Long.toHexString(sum.getValue());
    }

    @Override
    public String toString() {
        return version;
    }
}
