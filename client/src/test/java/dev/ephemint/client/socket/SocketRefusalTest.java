package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.testing.FakeVendor;
import dev.ephemint.client.testing.FakeVendor.Script;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketRefusalTest {

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 Bad Request | {\"error\":{\"code\":\"OperationNotSupported\",\"message\":\"no\"}} | 400 | OperationNotSupported",
                "401 Unauthorized | {\"error\":{\"code\":\"Unauthorized\",\"message\":\"ek_planted2 requires ephemeral  authentication.\"}} | 401 | Unauthorized",
                "401 Unauthorized | {\"statusCode\":401,\"message\":\"Access token ek_planted2 is missing\"} | 401 | ",
                "404 Not Found | <html>ek_planted1</html> | 404 | "
            })
    void reportsARejectedHandshakeByStatusAndCode(String line, String body, int status, String code) throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.refuse(line, body))) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code().orElse(null)).isEqualTo(code);
            assertThat(Throwables.getStackTrace(refused)).doesNotContain("ek_planted");
            assertThat(vendor.peers()).hasSize(status == 401 ? 2 : 1);
        }
    }

    @Test
    void reportsARedirectWithoutFollowingIt() throws Exception {
        try (FakeVendor elsewhere = new FakeVendor(peer -> peer.refuse("500 Never", ""));
                FakeVendor vendor = new FakeVendor(peer -> peer.refuse(
                        "302 Found\r\nLocation: wss://vendor.example/v1/realtime?intent=transcription&key=ek_planted1",
                        ""))) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(302);
            assertThat(refused.location())
                    .contains("wss://vendor.example/v1/realtime?intent=transcription&key=[redacted]");
            assertThat(elsewhere.peers()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, invalid_api_key", "4000, invalid_model"})
    void treatsErrorAndCloseAsARejection(int close, String code) throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().error(code, "Not ek_planted1, ek_planted2").close(close);
            peer.receive();
        })) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(close);
            assertThat(refused.code()).contains(code);
            assertThat(refused.type()).contains("invalid_request_error");
            assertThat(refused).hasMessageContaining("Not [redacted], [redacted]");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replacesAnExpiredTokenOnce(boolean byStatus) throws Exception {
        Script expired = peer -> {
            if (byStatus) {
                peer.refuse("401 Unauthorized", "{}");
            } else {
                peer.accept().error("invalid_api_key", "Incorrect").close(3000);
                peer.receive();
            }
        };
        try (FakeVendor vendor = new FakeVendor(expired, peer -> peer.begin().end())) {
            TranscriptionSocket.open(vendor.tokens(), listener).close();

            assertThat(vendor.peers().get(1).header("authorization")).isEqualTo("Bearer ek_planted2");
        }
    }

    @Test
    void doesNotRetryIfTheNewTokenIsRejectedToo() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.refuse("401 Unauthorized", "{}"))) {
            assertThat(refusal(vendor).status()).isEqualTo(401);
            assertThat(vendor.peers()).hasSize(2);
        }
    }

    @Test
    void timesOutIfTheVendorStaysSilent() throws Exception {
        SocketTimer timer = new SocketTimer();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept();
            timer.timeOut();
            peer.receive();
        })) {
            assertThat(late(vendor, timer)).hasMessageMatching("No session from localhost:\\d+ within PT10S");
        }
    }

    @Test
    void timesOutWithoutAHandshake() throws Exception {
        SocketTimer timer = new SocketTimer();
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            timer.timeOut();
            end.join();
        })) {
            assertThat(late(vendor, timer)).isNotNull();
            end.complete(null);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void droppedConnectionBeforeTheSessionIsNotARejection(boolean shakesHands) throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            if (shakesHands) {
                peer.accept();
            }
            peer.close();
        })) {
            EphemintException broken = catchThrowableOfType(
                    EphemintException.class, () -> TranscriptionSocket.open(vendor.tokens(), listener));

            assertThat(broken).isInstanceOfAny(SocketBrokenException.class, NoResponseException.class);
        }
    }

    private static NoResponseException late(FakeVendor vendor, SocketTimer timer) {
        return catchThrowableOfType(
                NoResponseException.class,
                () -> TranscriptionSocket.builder(vendor.tokens()).timer(timer).open());
    }

    private SocketRefusedException refusal(FakeVendor vendor) {
        return catchThrowableOfType(
                SocketRefusedException.class, () -> TranscriptionSocket.open(vendor.tokens(), listener));
    }
}
