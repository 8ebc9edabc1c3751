package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final Reply MINTED = Reply.json(200, Fixtures.MINTED);

    private final FakeTimer timer = new FakeTimer();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 599})
    void retriesAfter(int status) {
        assertThat(attempts(reply(status), MINTED)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 405, 409, 413, 422, 504})
    void doesNotRetryAfter(int status) {
        assertThat(attempts(reply(status), MINTED)).isEqualTo(1);
    }

    @Test
    void shouldRetryHeaderOverridesTheStatus() {
        assertThat(attempts(reply(409).with("x-should-retry", "true"), MINTED)).isEqualTo(2);
        assertThat(attempts(reply(504).with("x-should-retry", "true"), MINTED)).isEqualTo(2);
        assertThat(attempts(reply(500).with("x-should-retry", "false"), MINTED)).isEqualTo(1);
        assertThat(attempts(reply(500).with("x-should-retry", "perhaps"), MINTED))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_quota", "credit_balance_exhausted"})
    void doesNotRetryAnExhaustedQuota(String code) {
        Reply quota = Reply.json(429, Fixtures.envelope("insufficient_quota", code, "Pay first"));

        assertThat(attempts(quota, MINTED)).isEqualTo(1);
        assertThat(attempts(quota.with("x-should-retry", "true"), MINTED)).isEqualTo(1);
    }

    @Test
    void doesNotRetryWhatMayHaveMinted() {
        Reply unreadable = Reply.of(200, "<html>").with("x-should-retry", "true");

        assertThat(attempts(unreadable, MINTED)).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        attempts(
                reply(429).with("retry-after", "2"),
                reply(503).with("retry-after-ms", "120").with("retry-after", "9"),
                MINTED);

        assertThat(timer.waits).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(120));
    }

    @Test
    void doublesTheWaitWithoutRetryAfter() {
        try (FakeHttpServer service = new FakeHttpServer(reply(500))) {
            EphemintClient unit = Fixtures.client(service.url(), timer)
                    .maxRetries(7)
                    .retryWithin(Duration.ofMinutes(1))
                    .build();

            var unused = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(timer.waits)
                    .extracting(Duration::toMillis)
                    .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
        }
    }

    @Test
    void stopsRetryingAfterThreeSeconds() {
        attempts(reply(429).with("retry-after", "2"), reply(429).with("retry-after", "2"), MINTED);

        assertThat(timer.waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void countsTheTimeOfSlowAttempts() {
        RetryRules unit = new RetryRules(9, Duration.ofSeconds(3), () -> 0);
        EphemintException failure = Fixtures.failure(reply(503));

        assertThat(unit.wait(failure, 0, Duration.ofMillis(2500))).contains(Duration.ofMillis(500));
        assertThat(unit.wait(failure, 0, Duration.ofMillis(2501))).isEmpty();
    }

    @Test
    void shortensTheWaitByUpToAQuarter() {
        try (FakeHttpServer service = new FakeHttpServer(reply(500), MINTED)) {
            EphemintClient unit =
                    Fixtures.client(service.url(), timer).random(() -> 1).build();

            unit.createClientSecret(Fixtures.request());

            assertThat(timer.waits).containsExactly(Duration.ofMillis(375));
        }
    }

    @Test
    void failsAtOnceIfRetryAfterIsTooLong() {
        try (FakeHttpServer service = new FakeHttpServer(reply(429).with("retry-after", "4"), MINTED)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            RateLimitedException thrown =
                    (RateLimitedException) catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(4));
            assertThat(timer.waits).isEmpty();
        }
    }

    @Test
    void retriesTwiceThenThrowsTheLastFailure() {
        try (FakeHttpServer service = new FakeHttpServer(reply(500), reply(502), reply(503), MINTED)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(((ResponseException) Objects.requireNonNull(thrown)).status())
                    .isEqualTo(503);
            assertThat(service.requests()).hasSize(3);
        }
    }

    @Test
    void everyAttemptHasItsOwnTimeout() {
        attempts(reply(500), reply(500), MINTED);

        assertThat(timer.deadlines).hasSize(3).allMatch(deadline -> deadline.isCancelled());
    }

    private static Reply reply(int status) {
        return Reply.json(status, Fixtures.envelope("server_error", "some_code", "Something"));
    }

    private int attempts(Reply... replies) {
        try (FakeHttpServer service = new FakeHttpServer(replies)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            var unused = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));
            return service.requests().size();
        }
    }
}
