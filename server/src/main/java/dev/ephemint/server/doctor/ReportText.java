package dev.ephemint.server.doctor;

import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.probe.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report for people: one line for each step, and details if it failed. */
public final class ReportText {

    private static final String INDENT = "         ";
    private static final String HANGING = INDENT + "           ";
    private static final int WIDTH = 80;

    /** Longer lines are cut; {@code --json} has them whole. */
    private static final int LONGEST = 2 * WIDTH;

    private ReportText() {}

    public static String of(Report report) {
        return report.steps().stream()
                .map(ReportText::step)
                .collect(Collectors.joining("\n", head(report) + "\n", "\n" + end(report)));
    }

    /** The lines before the first step. */
    public static String head(Report report) {
        String place = report.sandbox() ? "the built-in sandbox" : report.upstream();
        return place.isEmpty() ? "ephemint doctor" : "ephemint doctor: " + report.dialect() + " at " + place;
    }

    public static String step(StepReport step) {
        return lines(step).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(StepReport step) {
        String head = String.format("%-8s %-14s %s", step.verdict(), step.step(), step.summary())
                .stripTrailing();
        Stream<String> notes = step.notes().stream().map(note -> INDENT + "- " + note);
        Stream<String> more = step.diagnosis().stream().flatMap(named -> diagnosis(step, named));
        return Stream.of(Stream.of(head), notes, more).flatMap(lines -> lines);
    }

    private static Stream<String> diagnosis(StepReport step, Diagnosis.Named named) {
        return Stream.of(
                        Stream.of(INDENT + "diagnosis  " + named.code()),
                        wrapped("cause      ", named.cause()),
                        wrapped("source     ", named.source() + " (" + named.date() + ")"),
                        wrapped("fix        ", named.fix()),
                        step.sent().stream().map(line -> INDENT + "sent       " + shortened(line)),
                        received(step.received()).map(line -> INDENT + "received   " + line))
                .flatMap(lines -> lines);
    }

    /** The last line, on which the step failed, is not shortened. */
    private static Stream<String> received(List<String> lines) {
        int last = lines.size() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(i -> i == last ? lines.get(i) : shortened(lines.get(i)));
    }

    private static Stream<String> wrapped(String label, String prose) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : prose.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= WIDTH) {
                lines.add(HANGING + line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(HANGING + line.toString().strip());
        lines.set(0, INDENT + label + lines.get(0).strip());
        return lines.stream();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** The lines after the last step. */
    public static String end(Report report) {
        return switch (report.verdict()) {
            case FAILED -> "Failed; exit status " + report.exitStatus() + ".";
            case WARN -> "Works, with warnings; exit status 0.";
            default -> "OK; exit status 0.";
        };
    }
}
