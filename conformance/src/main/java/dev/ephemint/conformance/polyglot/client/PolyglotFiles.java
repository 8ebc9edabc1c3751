package dev.ephemint.conformance.polyglot.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the kit for generated clients: harnesses, cases and lists. */
public final class PolyglotFiles {
    private static final String FILES = "/dev/ephemint/conformance/polyglot/";
    private static final String CONTRACT = "/dev/ephemint/contract/";

    private PolyglotFiles() {}

    public static JsonNode json(String name) {
        return ExactJson.parse(new String(bytes(FILES + name), StandardCharsets.UTF_8));
    }

    /** The document that this version of the kit was built with. */
    static byte[] contract() {
        return bytes(CONTRACT + "openapi.yaml");
    }

    /** The document of a released version; empty if this is none. */
    static Optional<String> released(String version) {
        return version.matches("\\d+\\.\\d+\\.\\d+") && PolyglotFiles.class.getResource(releasedName(version)) != null
                ? Optional.of(new String(bytes(releasedName(version)), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String releasedName(String version) {
        return "/kit/released/openapi-" + version + ".yaml";
    }

    /** The settings under {@code spec/generators}. */
    static String settings(String file) {
        return new String(bytes(CONTRACT + "generators/" + file), StandardCharsets.UTF_8);
    }

    /** Copies a client's harness to its directory, without the folders that it lies in here. */
    static void copyHarness(List<String> files, Path directory) {
        for (String file : files) {
            write(directory.resolve(file.substring(file.lastIndexOf('/') + 1)), bytes(FILES + file));
        }
        write(directory.resolve("common.sh"), bytes(FILES + "common.sh"));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Build tools compare times of change: a file that is the same keeps its own.
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = PolyglotFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
