package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.known.KnownFailures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the outcome of a check into its verdict. */
final class Judge {
    private static final Set<Integer> CALLER_REJECTED = Set.of(401, 403, 429);

    private final HttpTarget target;
    private final KnownFailures known;
    private final LocalDate today;

    Judge(HttpTarget target, KnownFailures known, LocalDate today) {
        this.target = target;
        this.known = known;
        this.today = today;
    }

    CheckResult judge(Check check, Outcome outcome, Duration duration) {
        Optional<KnownFailure> entry = known.of(check.id());
        Optional<String> rejected = rejected(target.rawExchanges());
        if (rejected.isPresent()) {
            return result(check, Verdict.NOT_PROVEN, rejected, List.of(), entry, duration);
        }
        if (outcome instanceof Outcome.Passed passed) {
            return new CheckResult(
                    check, Verdict.PASSED, passed.facts(), Optional.empty(), List.of(), List.of(), entry, duration);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed(check, failed, entry, duration);
        }
        String reason = ((Outcome.NotProven) outcome).reason();
        return result(check, Verdict.NOT_PROVEN, Optional.of(target.redacted(reason)), List.of(), entry, duration);
    }

    private CheckResult failed(Check check, Outcome.Failed failed, Optional<KnownFailure> entry, Duration duration) {
        Verdict verdict = entry.filter(listed -> !listed.isExpired(today))
                .map(listed -> listed.flaky() ? Verdict.FLAKY : Verdict.KNOWN)
                .orElse(Verdict.FAILED);
        Optional<String> reason = entry.map(KnownFailure::reason);
        return result(check, verdict, reason, failed.differences(), entry, duration);
    }

    private CheckResult result(
            Check check,
            Verdict verdict,
            Optional<String> reason,
            List<String> differences,
            Optional<KnownFailure> entry,
            Duration duration) {
        return new CheckResult(
                check,
                verdict,
                0,
                reason,
                differences.stream().map(target::redacted).toList(),
                target.exchanges(),
                entry,
                duration);
    }

    /** If the gateway rejected the kit itself in each call, before its vendor: what the check found says nothing. */
    private static Optional<String> rejected(List<Exchange> exchanges) {
        Set<Integer> statuses = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            int status = exchange.response().map(response -> response.status()).orElse(0);
            if (!CALLER_REJECTED.contains(status) || !exchange.upstream().isEmpty()) {
                return Optional.empty();
            }
            statuses.add(status);
        }
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        String seen = String.join(" or ", statuses.stream().map(String::valueOf).toList());
        return Optional.of(
                "every response was " + seen + (statuses.contains(429) ? ": too many calls" : ": check --header"));
    }
}
