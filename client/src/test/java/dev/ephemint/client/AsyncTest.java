package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.internal.Timer;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawServer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncTest {

    private static final String HALF =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";

    private final FakeTimer timer = new FakeTimer();

    /** Completes once a request was received and the response begun. */
    private final CompletableFuture<Void> responded = new CompletableFuture<>();

    @Test
    void completesWithTheSecret() throws Exception {
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(503, ""), Reply.json(200, Fixtures.MINTED))) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            ClientSecret secret =
                    unit.createClientSecretAsync(Fixtures.request()).get();

            assertThat(secret.getValue()).isEqualTo("ek_example_minted");
        }
    }

    @Test
    void completesWithTheExceptionUnwrapped() {
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(400, "{}"))) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() ->
                            unit.createClientSecretAsync(Fixtures.request()).get())
                    .withCauseInstanceOf(BadRequestException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HALF})
    void cancellingClosesTheConnection(String begun) throws Exception {
        try (RawServer service = stalling(begun)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            CompletableFuture<ClientSecret> call = unit.createClientSecretAsync(Fixtures.request());
            responded.get();

            call.cancel(true);

            service.awaitAbandoned();
            assertThat(timer.deadlines).allMatch(deadline -> deadline.isDone());
            assertThat(timer.waits).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HALF})
    void timeoutCoversTheBodyAndClosesTheConnection(String begun) throws Exception {
        try (RawServer service = stalling(begun)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            CompletableFuture<ClientSecret> call = unit.createClientSecretAsync(Fixtures.request());
            responded.get();

            timer.deadlines.get(0).complete(null);

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(call::get)
                    .withCauseInstanceOf(NoResponseException.class)
                    .havingCause()
                    .withMessageMatching("No complete response from localhost:\\d+ within PT10S");
            service.awaitAbandoned();
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void cancellingDuringTheWaitSendsNoFurtherRequest() {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(503, ""), Reply.json(200, Fixtures.MINTED))) {
            EphemintClient unit = Fixtures.client(service.url(), timer)
                    .timer(duration -> {
                        if (duration.equals(FakeTimer.TIMEOUT)) {
                            return new CompletableFuture<>();
                        }
                        waiting.complete(null);
                        return wait;
                    })
                    .build();
            CompletableFuture<ClientSecret> call = unit.createClientSecretAsync(Fixtures.request());
            waiting.join();

            call.cancel(true);

            assertThatExceptionOfType(CancellationException.class).isThrownBy(wait::get);
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void interruptingTheCallerClosesTheConnection() throws Exception {
        try (RawServer service = stalling("")) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                thrown.complete(catchThrowable(() -> unit.createClientSecret(Fixtures.request())));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            responded.get();

            caller.interrupt();

            assertThat(thrown.get()).isInstanceOf(NoResponseException.class).hasMessageStartingWith("Interrupted");
            assertThat(interrupted.get()).isTrue();
            service.awaitAbandoned();
        }
    }

    @Test
    void blockingCallThrowsWithTheCallersStackTrace() {
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(400, "{}"))) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            assertThat(catchThrowable(() -> unit.createClientSecret(Fixtures.request())))
                    .hasStackTraceContaining("blockingCallThrowsWithTheCallersStackTrace");
        }
    }

    /** Begins a response and sends no more of it. */
    private RawServer stalling(String begun) {
        return RawServer.handling((peer, request) -> {
            peer.write(begun);
            responded.complete(null);
        });
    }

    @Test
    void systemTimerCompletesAndCanBeCancelled() throws Exception {
        assertThat(Timer.SYSTEM.after(Duration.ofMillis(1)).get()).isNull();
        assertThat(Timer.SYSTEM.after(Duration.ofDays(1)).cancel(true)).isTrue();
    }
}
