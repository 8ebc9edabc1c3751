package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pinned verdicts of a run: the part of its {@code report.json} that a scoreboard needs. A run writes its own to
 * {@code target/scoreboard}; to accept them, copy them to {@code src/test/resources/scoreboard} and render the page again.
 */
final class PinnedReport {
    static final Path PINNED = Path.of("src/test/resources/scoreboard");
    static final Path CURRENT = Path.of("target/scoreboard");
    private static final Set<Verdict> OMITTED = Set.of(Verdict.NOT_APPLICABLE, Verdict.NOT_RUN);

    private final Map<String, String> pinned;
    private final Map<String, String> current;
    private final Map<String, CheckResult> results = new TreeMap<>();

    private PinnedReport(String file, RunResult run) {
        JsonNode report = report(run);
        write(CURRENT.resolve(file), report);
        run.checks().forEach(result -> results.put(result.id(), result));
        current = verdicts(report);
        pinned = verdicts(read(PINNED.resolve(file)));
    }

    static PinnedReport of(RunResult run) {
        return new PinnedReport(run.profile().name() + "." + position(run) + ".json", run);
    }

    /** Every check has the pinned verdict, and none is new. */
    void isReached() {
        Set<String> ids = new TreeSet<>(pinned.keySet());
        ids.addAll(current.keySet());
        assertThat(differences(ids))
                .as("verdicts that differ from those pinned")
                .isEmpty();
    }

    /** Every pinned check has its verdict; a new one is the affair of other tests. */
    void isKept() {
        assertThat(differences(pinned.keySet()))
                .as("verdicts that differ from those pinned")
                .isEmpty();
    }

    private List<String> differences(Set<String> ids) {
        List<String> differences = new ArrayList<>();
        for (String id : ids) {
            String before = pinned.getOrDefault(id, "(none)");
            String now = current.getOrDefault(id, "(none)");
            if (!before.equals(now)) {
                String why = results.containsKey(id) ? detail(results.get(id)) : "";
                differences.add(id + ": pinned " + before + ", now " + now + why);
            }
        }
        return differences;
    }

    private static String detail(CheckResult result) {
        return " " + result.reason().orElse("")
                + result.differences().stream().limit(3).toList();
    }

    private static JsonNode report(RunResult run) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", 1);
        root.putObject("profile")
                .put("name", run.profile().name())
                .put("dialect", run.profile().dialect().id());
        root.put("position", position(run));
        root.put("started", run.started().toString());
        root.put("conclusion", run.conclusion().id());
        ObjectNode counts = root.putObject("counts");
        run.counts().forEach((verdict, count) -> counts.put(verdict.id(), count));
        run.checks().stream()
                .filter(result -> !OMITTED.contains(result.verdict()))
                .forEach(result -> root.withArray("/checks")
                        .addObject()
                        .put("id", result.id())
                        .put("requirement", result.check().requirement())
                        .put("verdict", result.verdict().id()));
        return root;
    }

    private static String position(RunResult run) {
        return run.position() == Position.FRONT ? "front" : "both-sides";
    }

    private static Map<String, String> verdicts(JsonNode report) {
        Map<String, String> verdicts = new TreeMap<>();
        report.path("checks")
                .forEach(check -> verdicts.put(
                        check.path("id").asText(), check.path("verdict").asText()));
        return verdicts;
    }

    private static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? ExactJson.parse(Files.readString(file)) : JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One check a line. */
    private static void write(Path file, JsonNode report) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ExactJson.write(report).replace("{\"id\":", "\n{\"id\":") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
