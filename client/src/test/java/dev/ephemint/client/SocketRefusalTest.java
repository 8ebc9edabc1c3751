package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SocketRefusalTest {

    private static final String ERROR =
            "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"%s\",\"message\":\"Not %s\"}}";

    private final Heard heard = new Heard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 Bad Request | {\"error\":{\"code\":\"OperationNotSupported\",\"message\":\"no\"}} | 400 | OperationNotSupported",
                "401 Unauthorized | {\"error\":{\"code\":\"Unauthorized\",\"message\":\"ek_planted1 requires ephemeral  authentication.\"}} | 401 | Unauthorized",
                "401 Unauthorized | {\"statusCode\":401,\"message\":\"Access token ek_planted1 is missing\"} | 401 | ",
                "404 Not Found | <html>ek_planted1</html> | 404 | "
            })
    void aRefusedHandshakeIsToldByStatusAndCodeWithoutTheToken(String line, String body, int status, String code)
            throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.refuse(line, body))) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code().orElse(null)).isEqualTo(code);
            assertThat(Throwables.getStackTrace(refused)).doesNotContain("ek_planted");
            assertThat(vendor.peers).hasSize(1);
        }
    }

    @Test
    void aRedirectIsReportedAndNeverFollowed() throws Exception {
        try (FakeVendor elsewhere = new FakeVendor(peer -> peer.refuse("500 Never", ""));
                FakeVendor vendor = new FakeVendor(peer -> peer.refuse(
                        "302 Found\r\nLocation: wss://vendor.example/v1/realtime?intent=transcription&key=ek_planted1",
                        ""))) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(302);
            assertThat(refused.location()).contains("wss://vendor.example/v1/realtime?intent=transcription&key=***");
            assertThat(elsewhere.peers).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, invalid_api_key", "4000, invalid_model"})
    void anErrorAndACloseAreTheSameKindOfRefusal(int close, String code) throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().say(ERROR.formatted(code, "ek_planted1"));
            peer.close(close);
            peer.hear();
        })) {
            SocketRefusedException refused = refusal(vendor);

            assertThat(refused.status()).isEqualTo(close);
            assertThat(refused.code()).contains(code);
            assertThat(refused.type()).contains("invalid_request_error");
            assertThat(refused).hasMessage("The socket was refused: " + close + " " + code + ": Not ***");
        }
    }

    @Test
    void aTokenThatWasRefusedIsNotTriedAgain() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.refuse("401 Unauthorized", "{}"), peer -> peer.begin()
                .end())) {
            TokenSource tokens = vendor.tokens();
            assertThat(catchThrowable(() -> TranscriptionSocket.open(tokens, heard)))
                    .isNotNull();

            TranscriptionSocket.open(tokens, heard).close();

            assertThat(vendor.peers.get(1).headers).containsEntry("authorization", "Bearer ek_planted2");
        }
    }

    @Test
    void aVendorThatSaysNothingIsGivenUp() throws Exception {
        FakeTimer timer = new FakeTimer();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept();
            timer.deadlines.get(0).complete(null);
            peer.hear();
        })) {
            NoAnswerException late =
                    catchThrowableOfType(NoAnswerException.class, () -> TranscriptionSocket.builder(vendor.tokens())
                            .timer(timer)
                            .open());

            assertThat(late).hasMessage("No session within PT10S");
        }
    }

    private SocketRefusedException refusal(FakeVendor vendor) {
        return catchThrowableOfType(
                SocketRefusedException.class, () -> TranscriptionSocket.open(vendor.tokens(), heard));
    }
}
