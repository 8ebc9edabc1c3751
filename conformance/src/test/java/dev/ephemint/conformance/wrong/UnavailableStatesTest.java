package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.MintingReaction;
import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ephemint in each state in which it cannot mint, judged by the kit; and the same, wrong in one thing. The profile is that of
 * {@code server/docs/conformance.md}, {@code --profile ephemint-unavailable}.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class UnavailableStatesTest {
    private static final HttpCaller HTTP = new HttpCaller(Duration.ofMinutes(1));
    private static final String BODY =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private final ScriptedVendor vendor = ScriptedVendor.start();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void passesWhileTheLimitsCannotBeReadAndEachWrongOneIsCaughtAsPinned() throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        vendor.script(MintingReaction.of(false));
        try (ReservedPort closed = ReservedPort.open();
                Gateway.Running facade = start(Map.of(
                        "admission.redis-url",
                        "redis://" + closed.uri().getAuthority(),
                        "policies",
                        "{anonymous: {limits: {caller: {windows: [{requests: 100, per: 1d}]}}}}"))) {
            assertThat(judged(facade, UnaryOperator.identity()).others()).isEmpty();
            assertThat(judged(facade, UnaryOperator.identity()).passed()).hasSize(4);
            wrong().forEach((name, change) ->
                    failed.put(name, List.copyOf(judged(facade, change).failed())));
        }

        assertThat(failed).isEqualTo(PinnedVerdicts.of("unavailable"));
    }

    @Test
    void passesWhileAsManyRequestsAreHandledAsMayBe() {
        Held held = hold();
        try (Gateway.Running facade = start(Map.of("server.max-requests", "1"))) {
            CompletableFuture<Message> first = inBackground(facade);
            held.await(held.arrived);

            assertThat(judged(facade, UnaryOperator.identity()).others()).isEmpty();

            held.released.countDown();
            assertThat(first.join().status()).isGreaterThanOrEqualTo(500);
        }
    }

    @Test
    void passesWhileTheCircuitIsOpen() {
        vendor.script(VendorReaction.response(Message.response(503, "{}")));
        try (Gateway.Running facade = start(Map.of("upstream.breaker-wait", "PT1M"))) {
            while (!mint(facade).body().contains("upstream_circuit_open")) {
                assertThat(vendor.requests()).hasSizeLessThan(500);
            }

            assertThat(judged(facade, UnaryOperator.identity()).others()).isEmpty();
        }
    }

    @Test
    void passesWhileItStops() {
        Held held = hold();
        Gateway.Running facade = start(Map.of());
        CompletableFuture<Message> first = inBackground(facade);
        held.await(held.arrived);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(facade::close);
        while (!HTTP.call(facade.uri().resolve("/healthz"), Message.request("GET", "/healthz", ""))
                .body()
                .contains("\"stopping\"")) {
            Thread.onSpinWait();
        }

        Verdicts verdicts = judged(facade, UnaryOperator.identity());

        assertThat(verdicts.passed())
                .containsExactly(
                        "unavailable/status/nested",
                        "unavailable/retry-after/nested",
                        "unavailable/status/flat",
                        "unavailable/retry-after/flat");
        assertThat(verdicts.failed()).isEmpty();
        held.released.countDown();
        assertThat(first.join().status()).isGreaterThanOrEqualTo(500);
        closed.join();
    }

    private Gateway.Running start(Map<String, String> settings) {
        return Facades.start(TargetDialect.OPENAI, vendor.uri(), settings, Clock.systemUTC());
    }

    /** A vendor that keeps each request until it is released, and then breaks the connection. */
    private Held hold() {
        Held held = new Held(new CountDownLatch(1), new CountDownLatch(1));
        vendor.script((request, socket) -> {
            held.arrived.countDown();
            held.await(held.released);
        });
        return held;
    }

    private record Held(CountDownLatch arrived, CountDownLatch released) {
        void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static CompletableFuture<Message> inBackground(Gateway.Running facade) {
        return CompletableFuture.supplyAsync(() -> mint(facade));
    }

    private static Message mint(Gateway.Running facade) {
        String path = "/v1/realtime/client_secrets";
        return HTTP.call(
                facade.uri().resolve(path),
                Message.request("POST", path, BODY).with("content-type", "application/json"));
    }

    private Verdicts judged(Gateway.Running facade, UnaryOperator<Message> change) {
        TestTarget right = new TestTarget(facade.uri(), Profiles.of("ephemint-unavailable"), Optional.of(vendor), HTTP);
        return Verdicts.of(new ChangedTarget(right, UnaryOperator.identity(), change), check -> check.id()
                .startsWith("unavailable/"));
    }

    private Map<String, UnaryOperator<Message>> wrong() {
        return Map.of(
                "returns-500",
                response -> new Message("500", response.headers(), response.body()),
                "errors-as-text",
                response -> new Message(response.start(), response.headers(), "no"),
                "no-retry-after",
                response -> new Message(
                        response.start(),
                        response.headers().stream()
                                .filter(header -> !header.is("retry-after"))
                                .toList(),
                        response.body()),
                "asks-the-vendor",
                response -> {
                    HTTP.call(vendor.uri(), Message.request("POST", "/", "{}"));
                    return response;
                });
    }
}
