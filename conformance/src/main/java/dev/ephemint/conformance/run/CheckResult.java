package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.known.KnownFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One check and its verdict, secrets replaced.
 *
 * @param facts how many facts were compared, if it passed
 * @param reason why the verdict is neither passed nor failed
 * @param differences what failed, one line each
 * @param exchanges what went over the wire; empty if the check passed or did not run
 * @param known the entry of the list of known failures that selects the check
 */
public record CheckResult(
        Check check,
        Verdict verdict,
        int facts,
        Optional<String> reason,
        List<String> differences,
        List<Exchange> exchanges,
        Optional<KnownFailure> known,
        Duration duration) {

    public CheckResult {
        differences = List.copyOf(differences);
        exchanges = List.copyOf(exchanges);
    }

    static CheckResult notExecuted(Check check, Verdict verdict, String reason) {
        return new CheckResult(
                check, verdict, 0, Optional.of(reason), List.of(), List.of(), Optional.empty(), Duration.ZERO);
    }

    public String id() {
        return check.id();
    }

    /** The first segment of the id. */
    public String family() {
        return id().replaceFirst("/.*", "");
    }

    CheckResult withVerdict(Verdict changed, String why) {
        return new CheckResult(check, changed, facts, Optional.of(why), differences, exchanges, known, duration);
    }
}
