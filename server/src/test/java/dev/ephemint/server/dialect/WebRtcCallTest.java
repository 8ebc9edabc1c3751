package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebRtcCallTest {

    private static final String SDP = "v=0\r\ns=-\r\n";

    @Test
    void postsTheOfferWithTheToken() {
        URI calls = URI.create("https://api.openai.com/v1/realtime/calls");

        assertThat(WebRtcCall.encode(calls, "Bearer ek_1", SDP))
                .isEqualTo(UpstreamCall.post(
                        calls,
                        Map.of("authorization", "Bearer ek_1"),
                        new UpstreamCall.Text("application/sdp", SDP),
                        UpstreamCall.Purpose.CALL));
    }

    /** Azure's was recorded without {@code /openai}. */
    @ParameterizedTest
    @CsvSource({
        "/v1/realtime/calls/rtc_u2_E4xw9V7W, rtc_u2_E4xw9V7W",
        "https://api.openai.com/v1/realtime/calls/rtc-1, rtc-1",
        "/v1/realtime/calls/, ",
        "/v1/realtime/calls/a/b, ",
        "/v1/realtime/calls/a%0d, ",
        "/v1/other/rtc_1, ",
        ", "
    })
    void theIdIsTheLastSegmentOfTheLocation(String location, String id) {
        Map<String, String> headers = location == null
                ? Map.of("x-request-id", "req_1")
                : Map.of("location", location, "x-request-id", "req_1");

        assertThat(WebRtcCall.decode(new UpstreamReply(201, headers, SDP)))
                .isEqualTo(new Calls.Opened(SDP, Optional.ofNullable(id), Optional.of("req_1")));
    }

    @ParameterizedTest
    @CsvSource({"201, '{}'", "201, ''", "400, v=0", "302, v=0"})
    void whatIsNoSdpAndNoSuccessIsAFailure(int status, String body) {
        UpstreamReply reply = new UpstreamReply(status, Map.of("x-request-id", "req_1"), body + "\n");

        assertThatThrownBy(() -> WebRtcCall.decode(reply))
                .isInstanceOfSatisfying(MintFailedException.class, failed -> assertThat(failed.vendorRequestId())
                        .contains("req_1"));
    }

    @Test
    void aHangUpIsAPostWithoutABody() {
        UpstreamCall call =
                WebRtcCall.hangUp(URI.create("https://a.openai.azure.com/openai/v1/realtime/calls"), "rtc_1");

        assertThat(call.method() + " " + call.uri())
                .isEqualTo("POST https://a.openai.azure.com/openai/v1/realtime/calls/rtc_1/hangup");
        assertThat(call.text()).contains(UpstreamCall.Text.NONE);
        assertThat(call.purpose().label()).isEqualTo("hangup");
        assertThat(call.headers()).isEmpty();
    }

    @Test
    void anySuccessEndsTheCallAndNothingElseDoes() {
        Map<String, String> headers = Map.of("apim-request-id", "req_1");

        assertThat(WebRtcCall.ended(new UpstreamReply(200, headers, "")))
                .isEqualTo(new Calls.Ended(Optional.of("req_1")));
        assertThatThrownBy(() -> WebRtcCall.ended(new UpstreamReply(404, headers, "")))
                .isInstanceOf(MintFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({"rtc_u2_E4xw9V7W, true", "rtc-1, true", "'', false", "a/b, false", "a b, false", "é, false"})
    void anIdIsOfLettersDigitsAndTwoMarks(String text, boolean is) {
        assertThat(WebRtcCall.isId(text)).isEqualTo(is);
        assertThat(WebRtcCall.isId("a".repeat(200))).isTrue();
        assertThat(WebRtcCall.isId("a".repeat(201))).isFalse();
    }

    @Test
    void aReplyThatIsWithheldIsUnreadableAndHasItsId() {
        MintFailedException withheld =
                WebRtcCall.withheld(new UpstreamReply(201, Map.of("x-request-id", "req_1"), SDP), "reason");

        assertThat(withheld.failure()).isEqualTo(new UnreadableResponse("reason"));
        assertThat(withheld.vendorRequestId()).contains("req_1");
    }
}
