package dev.ephemint.conformance.scoreboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scoreboard needs of one run, from its {@code report.json}.
 *
 * @param position {@code front} or {@code both-sides}
 * @param date day of the run, {@code 2026-11-26}
 * @param counts number of checks by verdict
 * @param checks those that apply
 */
record RunSummary(
        String profile,
        String dialect,
        String position,
        String date,
        String conclusion,
        Map<String, Long> counts,
        List<CheckVerdict> checks) {
    private static final int FORMAT = 1;

    /** One check. */
    record CheckVerdict(String id, String requirement, String verdict) {}

    RunSummary {
        counts = Map.copyOf(counts);
        checks = List.copyOf(checks);
    }

    static RunSummary read(Path file) {
        try {
            return of(file, ExactJson.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new InvalidScoreboardException(file + ": cannot read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidScoreboardException(file + ": not JSON");
        }
    }

    private static RunSummary of(Path file, JsonNode report) {
        if (report.path("format").asInt() != FORMAT) {
            throw new InvalidScoreboardException(
                    file + ": format: must be " + FORMAT + ", as in a report.json of the kit");
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        report.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        List<CheckVerdict> checks = new ArrayList<>();
        report.path("checks")
                .forEach(check -> checks.add(new CheckVerdict(
                        text(file, check, "/id"), text(file, check, "/requirement"), text(file, check, "/verdict"))));
        return new RunSummary(
                text(file, report, "/profile/name"),
                text(file, report, "/profile/dialect"),
                text(file, report, "/position"),
                text(file, report, "/started").replaceFirst("T.*", ""),
                text(file, report, "/conclusion"),
                counts,
                checks);
    }

    private static String text(Path file, JsonNode node, String pointer) {
        return Optional.ofNullable(node.at(pointer).textValue())
                .orElseThrow(() -> new InvalidScoreboardException(file + ": " + pointer + ": is missing"));
    }

    boolean isBothSides() {
        return position.equals("both-sides");
    }

    long count(String verdict) {
        return counts.getOrDefault(verdict, 0L);
    }
}
