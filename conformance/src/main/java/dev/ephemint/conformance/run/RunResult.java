package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.profile.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A finished run.
 *
 * @param selfChecks name of each self-check, and whether it noticed its fault
 */
public record RunResult(
        URI target,
        Profile profile,
        Position position,
        Instant started,
        Duration duration,
        Map<String, Boolean> selfChecks,
        List<CheckResult> checks,
        List<ListProblem> listProblems) {

    public RunResult {
        checks = List.copyOf(checks);
        listProblems = List.copyOf(listProblems);
    }

    public Conclusion conclusion() {
        if (selfChecks.containsValue(false)) {
            return Conclusion.VOID;
        }
        if (count(Verdict.FAILED) > 0 || !listProblems.isEmpty()) {
            return Conclusion.FAILED;
        }
        return count(Verdict.NOT_PROVEN) > 0 || count(Verdict.PASSED) == 0 ? Conclusion.NOT_PROVEN : Conclusion.PASSED;
    }

    public long count(Verdict verdict) {
        return checks.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** How many checks have each verdict; all verdicts, in their order. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, count(verdict));
        }
        return counts;
    }

    /** Facts compared in checks that passed. */
    public int facts() {
        return checks.stream().mapToInt(CheckResult::facts).sum();
    }

    public List<CheckResult> with(Verdict verdict) {
        return checks.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /** Self-checks that missed their fault. */
    public List<String> missed() {
        return selfChecks.entrySet().stream()
                .filter(check -> !check.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
