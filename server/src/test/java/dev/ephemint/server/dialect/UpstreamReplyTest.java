package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.redaction.Redactor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamReplyTest {

    private static final String KEY = "transcription-key-4711-0815";

    @Test
    void hidesTheKeyInABodyThatIsNoJson() {
        UpstreamReply reply = new UpstreamReply(502, Map.of(), "<p>" + KEY + "</p>");

        assertThat(reply.json().isMissingNode()).isTrue();
        assertThat(reply.redacted(Redactor.of(List.of(KEY))))
                .isEqualTo(new UpstreamReply(502, Map.of(), "<p>[redacted]</p>"));
    }

    @Test
    void keepsTheTextOfABodyWithoutTheKey() {
        UpstreamReply reply = new UpstreamReply(200, Map.of(), "{ \"expires_at\" : 1.0 }");

        assertThat(reply.redacted(Redactor.of(List.of(KEY)))).isEqualTo(reply);
    }

    @Test
    void hidesTheKeyInAHeaderAndKeepsTheTextOfTheBody() {
        UpstreamReply reply = new UpstreamReply(200, Map.of("x-a", "a", "x-echo", KEY, "x-z", KEY), "{ \"n\" : 1.0 }");

        assertThat(reply.redacted(Redactor.of(List.of(KEY))))
                .isEqualTo(new UpstreamReply(
                        200, Map.of("x-a", "a", "x-echo", "[redacted]", "x-z", "[redacted]"), "{ \"n\" : 1.0 }"));
    }

    @Test
    void hidesTheKeyInTheBodyAndKeepsHeadersWithoutIt() {
        UpstreamReply reply = new UpstreamReply(200, Map.of("x-a", "a"), "{\"key\":\"" + KEY + "\"}");

        assertThat(reply.redacted(Redactor.of(List.of(KEY))))
                .isEqualTo(new UpstreamReply(200, Map.of("x-a", "a"), "{\"key\":\"[redacted]\"}"));
    }

    /** A key made of words must not change the member values of a token that was minted. */
    @ParameterizedTest
    @CsvSource({
        "200, transcription",
        "299, transcription",
        "199, [redacted]",
        "400, [redacted]",
    })
    void redactsTheKeyAndInAFailureItsWords(int status, String word) {
        UpstreamReply reply = new UpstreamReply(
                status, Map.of("x-echo", KEY), "{\"type\":\"transcription\",\"key\":\"" + KEY + "\"}");

        assertThat(reply.redacted(Redactor.of(List.of(KEY))))
                .isEqualTo(new UpstreamReply(
                        status, Map.of("x-echo", "[redacted]"), "{\"type\":\"" + word + "\",\"key\":\"[redacted]\"}"));
    }
}
