package dev.ephemint.server.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintFailure.AuditUnavailable;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest.First;
import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionResponsesTest {

    private static final Quota WINDOW =
            new Quota("caller-60s", 100, 0, Optional.of(Duration.ofSeconds(60)), Duration.ofMillis(12_001));
    private static final Quota OPEN = new Quota("caller-open", 5, 2, Optional.empty(), Duration.ofMillis(1_500));

    @Test
    void namesTheLimitThatIsReachedAndWhatIsLeftOfAll() {
        assertThat(MintFailureResponses.of(new LimitReached(WINDOW, Duration.ofMillis(12_001), List.of(WINDOW, OPEN))))
                .isEqualTo(new FailureResponse(
                        429,
                        "rate_limit_error",
                        "caller_limit_reached",
                        null,
                        "Limit 'caller-60s' is reached: 100 requests in 60 s. Try again after the time in retry-after.",
                        Map.of(
                                "retry-after", "13",
                                "retry-after-ms", "12001",
                                "ratelimit-policy",
                                        "\"caller-60s\";q=100;w=60, \"caller-open\";q=5;qu=\"concurrent-requests\"",
                                "ratelimit", "\"caller-60s\";r=0;t=13, \"caller-open\";r=2;t=2")));
    }

    @Test
    void countsOpenTokensInItsMessage() {
        assertThat(MintFailureResponses.of(new LimitReached(OPEN, Duration.ZERO, List.of(OPEN)))
                        .message())
                .contains("5 open tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, idempotency_key_in_use, , 1",
        "MINTED, idempotency_key_used, false,",
        "OTHER, idempotency_key_reused, false,",
    })
    void aRepeatedKeyIsAConflict(First first, String code, String shouldRetry, String retryAfter) {
        FailureResponse response = MintFailureResponses.of(new RepeatedRequest(first));

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.code()).isEqualTo(code);
        assertThat(response.headers().get("x-should-retry")).isEqualTo(shouldRetry);
        assertThat(response.headers().get("retry-after")).isEqualTo(retryAfter);
    }

    @Test
    void whatCannotBeCheckedOrRecordedIsUnavailable() {
        assertThat(List.<MintFailure>of(new AdmissionUnavailable(), new AuditUnavailable()))
                .extracting(
                        failure -> MintFailureResponses.of(failure).status(),
                        failure -> MintFailureResponses.of(failure).code())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(503, "admission_unavailable"),
                        org.assertj.core.groups.Tuple.tuple(503, "audit_unavailable"));
    }
}
