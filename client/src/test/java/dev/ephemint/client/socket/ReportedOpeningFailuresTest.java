package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.internal.socket.Background;
import dev.ephemint.client.testing.FakeVendor;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening ends with an exception if the session cannot be what the mint described. */
class ReportedOpeningFailuresTest {

    private final SocketTimer timer = new SocketTimer();

    /** Late are those in which the vendor says nothing more after so many events. */
    static Stream<ReportedFailuresTest.Case> openings() {
        return Stream.of(
                new ReportedFailuresTest.Case(
                        "the configuration is rejected",
                        0,
                        "SocketRefusedException invalid_request_error unknown_parameter session.x",
                        peer -> {
                            peer.begin().receive();
                            peer.error("invalid_request_error", "unknown_parameter", "No such", "session.x");
                            peer.receive();
                        }),
                new ReportedFailuresTest.Case(
                        "the second of two events is rejected",
                        0,
                        "SocketRefusedException invalid_request_error invalid_value",
                        peer -> {
                            peer.begin().configure().receive();
                            peer.error("invalid_value", "No").receive();
                        }),
                new ReportedFailuresTest.Case(
                        "the configuration has no response",
                        2,
                        "NoResponseException: No response to the session's configuration from localhost:PORT within PT10S",
                        peer -> {
                            peer.begin().receive();
                            peer.send("{\"type\":\"of no concern\",\"event_id\":\"e\"}");
                            peer.receive();
                            peer.receive();
                        }),
                new ReportedFailuresTest.Case(
                        "the credit is exhausted before the configuration is taken",
                        2,
                        "SocketRefusedException insufficient_quota credit_balance_exhausted",
                        peer -> {
                            peer.begin().error("insufficient_quota", "credit_balance_exhausted", "Pay first", null);
                            peer.receive();
                            peer.receive();
                            peer.receive();
                        }),
                new ReportedFailuresTest.Case(
                        "an error without a close before the session",
                        1,
                        "SocketRefusedException invalid_request_error server_down",
                        peer -> peer.accept().error("server_down", "Sorry").receive()),
                new ReportedFailuresTest.Case(
                        "the session takes another form of audio", 0, "IllegalArgumentException", peer -> {
                            String format = "\"input\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":16000},";
                            peer.accept().send(FakeVendor.CREATED.replace("\"input\":{", format));
                            peer.configure().configure().receive();
                        }));
    }

    @ParameterizedTest
    @MethodSource("openings")
    void openThrows(ReportedFailuresTest.Case failure) throws Exception {
        try (FakeVendor vendor = new FakeVendor(failure.scripts())) {
            RecordingListener listener = new RecordingListener();
            CompletableFuture<Throwable> opening = CompletableFuture.supplyAsync(
                    () -> catchThrowable(
                            () -> TranscriptionSocket.builder(vendor.tokens("session.update", "session.update"))
                                    .listener(listener)
                                    .timer(timer)
                                    .open()),
                    Background.THREADS);
            if (failure.late() > 0) {
                listener.received.acquire(failure.late());
                timer.timeOutUntil(opening);
            }
            Throwable thrown = opening.get();

            assertThat(ReportedFailuresTest.described(thrown)).isEqualTo(failure.thrown());
            assertThat(vendor.peers()).hasSize(1);
        }
    }
}
