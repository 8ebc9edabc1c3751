package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Reads the parts of the contract that are knowingly not tested. */
public final class CoverageExceptions {
    private CoverageExceptions() {}

    /** In the order of the file. */
    public static List<CoverageException> in(Path file) {
        try {
            return StreamSupport.stream(
                            new YAMLMapper().readTree(Files.readString(file)).spliterator(), false)
                    .map(CoverageExceptions::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CoverageException entry(JsonNode entry) {
        String reason = entry.path("reason").asText("");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason is missing in " + entry);
        }
        String state = entry.path("state").asText().toUpperCase(Locale.ROOT).replace('-', '_');
        return new CoverageException(entry.path("part").asText(), State.valueOf(state), reason);
    }
}
