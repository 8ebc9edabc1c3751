package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The response of a mint that no upstream could make: it names each with the code that its failure alone would have. */
final class UpstreamsFailedResponse {

    private UpstreamsFailedResponse() {}

    static FailureResponse of(UpstreamsFailed failed) {
        String named = failed.attempts().stream()
                .map(attempt -> attempt.upstream() + " ("
                        + MintFailureResponses.of(attempt.failure()).code() + ")")
                .collect(Collectors.joining(", "));
        FailureResponse response = new FailureResponse(
                503,
                "upstream_error",
                "upstreams_unavailable",
                "No upstream could mint: " + named + ". Try again later.");
        return MintFailureResponses.waiting(response, shortest(failed));
    }

    /** One upstream that mints again is enough. */
    private static Optional<Duration> shortest(UpstreamsFailed failed) {
        return failed.attempts().stream()
                .flatMap(attempt -> wait(attempt).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Duration> wait(Attempt attempt) {
        if (attempt.failure() instanceof RateLimited limited) {
            return limited.retryAfter();
        }
        if (attempt.failure() instanceof Overloaded overloaded) {
            return overloaded.retryAfter();
        }
        return attempt.failure() instanceof CircuitOpen open ? Optional.of(open.retryAfter()) : Optional.empty();
    }
}
