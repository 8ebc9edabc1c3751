package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.NewestJdk;
import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.TargetInfo;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.markdown.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run's figures as Markdown. */
public final class SpeedText {
    private final Results results;
    private final Samples samples;

    public SpeedText(Results results) {
        this.results = results;
        this.samples = results.samples();
    }

    public String markdown() {
        List<String> parts = new ArrayList<>(List.of(introduction()));
        add(parts, "Throughput: 64 connections, the vendor responds at once", throughput());
        add(parts, "Latency added to a direct call, in ms: an open model, the vendor takes 50 ms", latency());
        add(parts, "In flight at once, p50 / p99 in ms: the vendor takes 300 ms", inFlight());
        add(parts, "Start of a fresh process", start());
        add(parts, "CPU time of a mint in us, by KB of unknown members: 16 connections", growth("body"));
        add(parts, Reasons.PROFILE, profile());
        add(
                parts,
                "CPU time of a mint in us, by number of callers with a policy each, and of models that one policy allows",
                growth("callers"));
        add(parts, "Mints from a warm pool while the vendor takes 300 ms", pool());
        add(parts, "Clients: the first mint of a process, and a mint after 30,000, at the mock vendor", clients());
        add(parts, "Goals", goals());
        add(parts, "Targets", targets());
        return String.join("\n", parts);
    }

    private static void add(List<String> parts, String title, Optional<String> body) {
        body.ifPresent(text -> parts.add("### " + title + "\n\n" + text));
    }

    private String introduction() {
        String machine = results.machine().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("; "));
        StringBuilder text = new StringBuilder("Measured at " + results.started() + ", commit " + results.commit()
                + ", " + results.form() + " form. Machine: " + machine
                + ". Medians of the rounds, with the range; a round with a failure is void.\n");
        results.notes().forEach(note -> text.append("\n- ").append(note.replace("\n", " ")));
        return results.notes().isEmpty() ? text.toString() : text + "\n";
    }

    private Optional<String> throughput() {
        String newest = newest();
        return table(
                "throughput",
                List.of(
                        "",
                        "mints/s",
                        "p50 ms",
                        "p99 ms",
                        "CPU us",
                        "RSS MB",
                        "warm-up s (last change %)",
                        "Ephemint / it"),
                target -> List.of(
                        rounds("throughput", "", target, Value.MINTS_PER_S),
                        median("throughput", target, Value.P50_MS),
                        median("throughput", target, Value.P99_MS),
                        spread("throughput", "", target, Value.CPU_US),
                        median("throughput", target, Value.RSS_MB),
                        warmUp(target),
                        target.equals(newest)
                                ? Figures.NONE
                                : Figures.median(samples.ratio("throughput", "", newest, target, Value.MINTS_PER_S))));
    }

    private String warmUp(String target) {
        return samples.spread("throughput", "", target, Value.WARM_UP_S)
                .map(seconds -> Figures.number(seconds.median()) + " ("
                        + median("throughput", target, Value.WARM_UP_CHANGE_PCT) + ")")
                .orElse(Figures.NONE);
    }

    private Optional<String> latency() {
        List<String> titles = new ArrayList<>(List.of(""));
        samples.variants("latency").forEach(rate -> titles.addAll(List.of(rate + "/s: p50", "p99", "p99.9")));
        return table("latency", titles, target -> {
            List<String> cells = new ArrayList<>();
            for (String rate : samples.variants("latency")) {
                for (Value value : List.of(Value.P50_MS, Value.P99_MS, Value.P999_MS)) {
                    cells.add(added(rate, target, value));
                }
            }
            return cells;
        });
    }

    private String added(String rate, String target, Value value) {
        if (target.equals("direct")) {
            return Figures.median(samples.spread("latency", rate, target, value)) + " itself";
        }
        return orVoid(
                "latency", rate, target, Figures.spread(samples.difference("latency", rate, target, "direct", value)));
    }

    private Optional<String> inFlight() {
        List<String> titles = new ArrayList<>(List.of(""));
        titles.addAll(samples.variants("in-flight"));
        return table("in-flight", titles, target -> samples.variants("in-flight").stream()
                .map(count -> orVoid(
                        "in-flight",
                        count,
                        target,
                        Figures.median(samples.spread("in-flight", count, target, Value.P50_MS)) + " / "
                                + Figures.spread(samples.spread("in-flight", count, target, Value.P99_MS))))
                .toList());
    }

    private Optional<String> start() {
        return table(
                "start",
                List.of("", "first token ms", "mints in the next second", "RSS MB before them", "after them"),
                target -> List.of(
                        rounds("start", "", target, Value.START_MS),
                        spread("start", "", target, Value.FIRST_SECOND),
                        median("start", target, Value.RSS_IDLE_MB),
                        median("start", target, Value.RSS_MB)));
    }

    private Optional<String> growth(String measure) {
        List<String> titles = new ArrayList<>(List.of(""));
        titles.addAll(samples.variants(measure));
        return table(measure, titles, target -> samples.variants(measure).stream()
                .map(variant -> rounds(measure, variant, target, Value.CPU_US))
                .toList());
    }

    private Optional<String> profile() {
        List<String> titles = new ArrayList<>(List.of(""));
        List<String> variants = samples.variants("profile");
        variants.forEach(kilobytes -> titles.addAll(List.of(kilobytes + " KB more: %", "us")));
        return table("profile", titles, part -> variants.stream()
                .flatMap(kilobytes -> Stream.of(Value.SHARE_PCT, Value.CPU_US)
                        .map(value -> rounds("profile", kilobytes, part, value)))
                .toList());
    }

    private Optional<String> pool() {
        return table(
                "pool",
                List.of("", "p50 ms", "p99 ms"),
                target -> List.of(rounds("pool", "", target, Value.P50_MS), rounds("pool", "", target, Value.P99_MS)));
    }

    private Optional<String> clients() {
        List<String> titles = new ArrayList<>(List.of(""));
        samples.variants("client")
                .forEach(jdk -> titles.addAll(List.of("JDK " + jdk + ": first token ms", "p50 ms", "CPU us")));
        return table("client", titles, target -> samples.variants("client").stream()
                .flatMap(jdk -> Stream.of(Value.START_MS, Value.P50_MS, Value.CPU_US)
                        .map(value -> spread("client", jdk, target, value)))
                .toList());
    }

    private interface Cells {
        List<String> of(String target);
    }

    private Optional<String> table(String measure, List<String> titles, Cells cells) {
        List<String> targets = samples.targets(measure);
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        MarkdownTable table = new MarkdownTable(titles);
        for (String target : targets) {
            List<String> row = new ArrayList<>(List.of(results.title(target)));
            row.addAll(cells.of(target));
            table.row(row);
        }
        return Optional.of(table.toString());
    }

    private Optional<String> goals() {
        MarkdownTable table = new MarkdownTable(List.of("goal", "bound", "measured", ""));
        String newest = newest();
        Reasons reasons = Reasons.read();
        for (Goal goal : Goal.all()) {
            boolean measured = goal.isMeasured(samples, newest);
            String verdict = goal.isReached(samples, newest) ? "reached" : notReached(goal, reasons);
            table.row(List.of(
                    goal.what(),
                    goal.bound(),
                    orVoid(
                            goal.measure(),
                            goal.variant(),
                            goal.targetId(newest),
                            Figures.spread(goal.measured(samples, newest))),
                    measured ? verdict : "not measured"));
        }
        return Optional.of(table.toString());
    }

    /** The reasons are those of a warm JVM. */
    private String notReached(Goal goal, Reasons reasons) {
        return "not reached" + (results.form().equals("long") ? ": " + reasons.of(goal) : "");
    }

    private Optional<String> targets() {
        MarkdownTable table = new MarkdownTable(List.of("", "version", "differs from what was sent or returned at"));
        for (TargetInfo target : results.targets()) {
            table.row(List.of(
                    target.title(),
                    target.version().isEmpty() ? Figures.NONE : target.version(),
                    target.skipped().map(reason -> "not measured: " + reason).orElseGet(() -> differences(target))));
        }
        return Optional.of(table.toString());
    }

    private static String differences(TargetInfo target) {
        return target.differences().isEmpty()
                ? "nothing"
                : target.differences().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    }

    String newest() {
        return NewestJdk.in(results).orElse(Goal.NEWEST);
    }

    private String spread(String measure, String variant, String target, Value value) {
        return Figures.spread(samples.spread(measure, variant, target, value));
    }

    private String rounds(String measure, String variant, String target, Value value) {
        return orVoid(measure, variant, target, spread(measure, variant, target, value));
    }

    private String median(String measure, String target, Value value) {
        return Figures.median(samples.spread(measure, "", target, value));
    }

    /** With the rounds that are void. */
    private String orVoid(String measure, String variant, String target, String text) {
        List<String> reasons = samples.voided(measure, variant, target);
        if (reasons.isEmpty()) {
            return text;
        }
        long count = samples.rounds(measure, variant, target).stream()
                .filter(sample -> sample.voided().isPresent())
                .count();
        String voided = count + " void: " + String.join("; ", reasons);
        return text.startsWith(Figures.NONE) ? voided : text + "; " + voided;
    }
}
