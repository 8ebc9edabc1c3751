package dev.ephemint.server.doctor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for people: a line for each step, and more where something is wrong. */
public final class ReportText {

    private static final String INDENT = "         ";

    private ReportText() {}

    public static String of(Report report) {
        String place = report.sandbox() ? "the built-in sandbox" : report.upstream();
        return Stream.concat(
                        Stream.of(
                                place.isEmpty()
                                        ? "ephemint doctor"
                                        : "ephemint doctor: " + report.dialect() + " at " + place),
                        report.steps().stream().flatMap(ReportText::lines))
                .collect(Collectors.joining("\n", "", "\n" + end(report) + "\n"));
    }

    private static Stream<String> lines(StepReport step) {
        String head = String.format("%-8s %-14s %s", step.verdict(), step.step(), step.summary())
                .stripTrailing();
        Stream<String> notes = step.notes().stream().map(note -> INDENT + "- " + note);
        return Stream.of(Stream.of(head), notes, diagnosis(step)).flatMap(lines -> lines);
    }

    private static Stream<String> diagnosis(StepReport step) {
        return step.diagnosis().stream()
                .flatMap(named -> Stream.of(
                                Stream.of(
                                        "diagnosis  " + named.code(),
                                        "cause      " + named.cause(),
                                        "known from " + named.source() + " (" + named.date() + ")",
                                        "cure       " + named.cure()),
                                step.sent().stream().map(line -> "sent       " + line),
                                step.received().stream().map(line -> "came back  " + line))
                        .flatMap(lines -> lines))
                .map(line -> INDENT + line);
    }

    private static String end(Report report) {
        return switch (report.verdict()) {
            case FAILED -> "Something failed; exit status " + report.exitStatus() + ".";
            case WARN -> "It works, with a warning; exit status 0.";
            default -> "All well; exit status 0.";
        };
    }
}
