package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawServer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingCallTest {

    private static final String HALF =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";

    private final FakeTimer timer = new FakeTimer();

    @ParameterizedTest
    @ValueSource(strings = {"", HALF})
    void timeoutCoversTheBodyAndClosesTheConnection(String begun) throws Exception {
        CompletableFuture<Void> responded = new CompletableFuture<>();
        RawServer.Handler stalling = (peer, request) -> {
            peer.write(begun);
            responded.complete(null);
        };
        try (RawServer service = RawServer.handling(stalling)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            CompletableFuture<Void> unused =
                    responded.thenRun(() -> timer.deadlines.get(0).complete(null));

            assertThat(catchThrowable(() -> unit.createClientSecret(Fixtures.request())))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageMatching("No complete response from localhost:\\d+ within PT10S")
                    .hasStackTraceContaining("BlockingCallTest");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            service.awaitAbandoned();
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void cancelsTheDeadlineOfEachAttempt() {
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(503, ""), Reply.json(200, Fixtures.MINTED))) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            var unused = unit.createClientSecret(Fixtures.request());

            assertThat(timer.deadlines).hasSize(2).allMatch(CompletableFuture::isCancelled);
        }
    }

    @Test
    void mintsInTheCallingThread() {
        try (FakeHttpServer service = Fixtures.minting()) {
            CompletableFuture<Thread> asked = new CompletableFuture<>();
            Service unit = Fixtures.service(service);

            unit.callHere(
                    api -> api.createClientSecretWithHttpInfo(Fixtures.request(), null, null),
                    secret -> asked.complete(Thread.currentThread()));

            assertThat(asked).isCompletedWithValue(Thread.currentThread());
        }
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        try (FakeHttpServer service = Fixtures.minting()) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();
            Thread.currentThread().interrupt();

            Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(NoResponseException.class).hasMessageStartingWith("Interrupted");
        }
    }

    @Test
    void anInterruptEndsTheWaitForTheNextAttempt() {
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(503, ""))) {
            CompletableFuture<Void> wait = new CompletableFuture<>();
            Thread caller = Thread.currentThread();
            EphemintClient unit = Fixtures.client(service.url(), timer)
                    .timer(duration -> {
                        if (!duration.equals(FakeTimer.TIMEOUT)) {
                            caller.interrupt();
                        }
                        return duration.equals(FakeTimer.TIMEOUT) ? new CompletableFuture<>() : wait;
                    })
                    .build();

            Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(NoResponseException.class).hasMessageStartingWith("Interrupted");
            assertThat(wait).isCancelled();
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void anUnreadableResponseHasTheCallersStackTrace() {
        assertThat(Fixtures.failure(Reply.json(200, Fixtures.MINTED).with("content-encoding", "gzip")))
                .isInstanceOf(UnreadableResponseException.class)
                .hasNoCause()
                .hasStackTraceContaining("anUnreadableResponseHasTheCallersStackTrace");
    }
}
