package dev.ephemint.conformance.report;

import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.requirement.Evidence;
import dev.ephemint.conformance.requirement.Requirement;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.Conclusion;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the reports are made of.
 *
 * @param requirements by id
 * @param version of the kit
 * @param location the file that describes the target, for tools that want one for each finding
 */
public record Report(RunResult run, Map<String, Requirement> requirements, String version, String location) {

    public Report {
        requirements = Map.copyOf(requirements);
    }

    public static Report of(RunResult run, List<Requirement> requirements, String version, String location) {
        return new Report(
                run,
                requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity())),
                version,
                location);
    }

    Optional<String> sentence(CheckResult result) {
        return Optional.ofNullable(requirements.get(result.check().requirement()))
                .map(Requirement::text);
    }

    /** Of the check, then of its requirement. */
    List<Evidence> evidence(CheckResult result) {
        Stream<Evidence> ofRequirement = Stream.ofNullable(
                        requirements.get(result.check().requirement()))
                .flatMap(requirement -> requirement.evidence().stream());
        return Stream.concat(result.check().evidence().stream(), ofRequirement)
                .distinct()
                .toList();
    }

    static String line(Evidence evidence) {
        return evidence.source() + " (" + evidence.date() + ", "
                + evidence.grade().name().toLowerCase(Locale.ROOT) + ")";
    }

    /** The command that sends the request of an exchange again. */
    String curl(Exchange exchange) {
        return Curl.of(run.target(), exchange.request());
    }

    /** Checks that a reader must see, the worst first. */
    List<CheckResult> notable() {
        return Stream.of(Verdict.FAILED, Verdict.NOT_PROVEN, Verdict.FLAKY, Verdict.KNOWN)
                .flatMap(verdict -> run.with(verdict).stream())
                .toList();
    }

    /** Why the run did not pass, one sentence each; empty if it passed. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        run.missed().forEach(name -> reasons.add("the kit missed the fault that it planted: " + name));
        run.listProblems().forEach(problem -> reasons.add("known failure " + problem.text()));
        if (run.conclusion() != Conclusion.VOID && run.count(Verdict.PASSED) + run.count(Verdict.FAILED) == 0) {
            reasons.add("nothing was verified");
        }
        return reasons;
    }

    /** {@code 12 passed, 1 failed}, without the verdicts that no check has. */
    String totals() {
        return run.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
