package dev.ephemint.conformance.scoreboard;

import dev.ephemint.conformance.input.InvalidInputException;
import dev.ephemint.conformance.requirement.Requirement;
import dev.ephemint.conformance.scoreboard.Gateways.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of all gateways, in the order of the gateways. */
public final class Scoreboard {
    private static final Set<String> APPLIED = Set.of("passed", "failed", "known", "flaky", "not-proven");

    private final List<RunSummary> runs;
    private final Gateways gateways;
    private final Map<String, String> families;
    private final List<String> order;

    private Scoreboard(List<RunSummary> runs, Gateways gateways, List<Requirement> requirements) {
        this.gateways = gateways;
        this.families = requirements.stream().collect(Collectors.toMap(Requirement::id, Requirement::group));
        this.order = requirements.stream().map(Requirement::group).distinct().toList();
        List<String> profiles = gateways.all().stream()
                .flatMap(gateway -> gateway.profiles().stream())
                .toList();
        this.runs = runs.stream()
                .sorted(Comparator.comparingInt((RunSummary run) -> profiles.indexOf(run.profile()))
                        .thenComparing(RunSummary::position))
                .toList();
    }

    /**
     * Of each report in the directories: {@code report.json} of a run, or any other file that ends in {@code .json}.
     *
     * @param gateways the file that describes them
     * @throws InvalidInputException lists each mistake of the file
     * @throws InvalidScoreboardException if a report cannot be used, or a failed family has no sentence, or a sentence no failure
     */
    public static Scoreboard of(List<Path> directories, Path gateways, List<Requirement> requirements) {
        List<RunSummary> runs = directories.stream()
                .flatMap(directory -> files(directory).stream())
                .map(RunSummary::read)
                .toList();
        Scoreboard board = new Scoreboard(runs, Gateways.read(gateways), requirements);
        List<String> problems = board.problems();
        if (!problems.isEmpty()) {
            throw new InvalidScoreboardException(
                    problems.stream().map(problem -> gateways + ": " + problem).collect(Collectors.joining("\n")));
        }
        return board;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            Path report = directory.resolve("report.json");
            return all.contains(report) ? List.of(report) : all;
        } catch (IOException e) {
            throw new InvalidScoreboardException(directory + ": cannot read: " + e.getMessage());
        }
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (runs.isEmpty()) {
            problems.add("no report");
        }
        runs.stream()
                .filter(run -> gateways.of(run).isEmpty())
                .forEach(run -> problems.add("no gateway has the profile " + run.profile()));
        for (Gateway gateway : gateways.all()) {
            Set<String> failed = failed(gateway);
            Set<String> explained = gateway.failures().keySet();
            failed.stream()
                    .filter(family -> !explained.contains(family))
                    .forEach(family -> problems.add(gateway.name() + ": failures: " + family + ": is missing"));
            explained.stream()
                    .filter(family -> !failed.contains(family))
                    .forEach(family -> problems.add(gateway.name() + ": failures: " + family + ": nothing failed"));
        }
        return problems;
    }

    Gateways gateways() {
        return gateways;
    }

    Gateway gateway(RunSummary run) {
        return gateways.of(run).orElseThrow();
    }

    List<RunSummary> runs() {
        return runs;
    }

    /** The run of each profile that says the most: on both sides if there is one. */
    List<RunSummary> widest() {
        Map<String, RunSummary> widest = new TreeMap<>();
        runs.forEach(run -> widest.merge(run.profile(), run, (one, other) -> one.isBothSides() ? one : other));
        return runs.stream().filter(widest::containsValue).toList();
    }

    /** Families of requirements that apply in at least one run, in the order of the requirements. */
    List<String> families() {
        return order.stream()
                .filter(family -> runs.stream()
                        .anyMatch(run -> !tally(run, family).words().equals("-")))
                .toList();
    }

    Tally tally(RunSummary run, String family) {
        return Tally.of(run.checks().stream()
                .filter(check -> APPLIED.contains(check.verdict()))
                .filter(check -> family.equals(families.get(check.requirement())))
                .toList());
    }

    /** Families of which a check failed in a run of the gateway. */
    private Set<String> failed(Gateway gateway) {
        return order.stream()
                .filter(family -> !violated(gateway, family).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids of the requirements of a family that the gateway violated in one of its runs. */
    Set<String> violated(Gateway gateway, String family) {
        return runs.stream()
                .filter(run -> gateways.of(run).equals(Optional.of(gateway)))
                .flatMap(run -> tally(run, family).violated().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As Markdown. */
    public String markdown() {
        return MarkdownBoard.of(this);
    }

    /** As one page that loads nothing. */
    public String html() {
        return HtmlBoard.of(this);
    }
}
