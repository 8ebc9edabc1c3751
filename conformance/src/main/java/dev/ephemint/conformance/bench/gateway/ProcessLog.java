package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a process wrote into its file. */
public record ProcessLog(Path file) {
    private static final String NOTHING = "it printed nothing";

    List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    String last(int count) {
        List<String> lines = lines();
        return lines.stream().skip(Math.max(0, lines.size() - count)).collect(Collectors.joining("\n"));
    }

    /** The last line that is not part of a stack trace, and the file. */
    public String reason() {
        String last = lines().stream()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .reduce(NOTHING, (earlier, line) -> line);
        return last + " (" + file.getFileName() + ")";
    }
}
