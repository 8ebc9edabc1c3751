package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.testing.RawHttp;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a request: a proxy in front and this service must see it at the same byte. */
final class RequestFramingTest {

    private static final String HOST = "Host: 127.0.0.1\r\n";

    private static final String MINT =
            "POST /v1/realtime/transcription_sessions HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

    private static final String NEXT = "GET /healthz HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private final AtomicInteger mints = new AtomicInteger();

    /** Jetty 12.0.22 ended the quoted extension at its CRLF, and the hidden request got a response of its own. */
    @Test
    void rejectsAChunkExtensionThatHidesARequestInQuotes() throws Exception {
        String body = "2;a=\"\r\n{}\r\n0\r\n\r\n" + NEXT + "\"\r\n{}\r\n0\r\n\r\n";

        String received = send(MINT + "Transfer-Encoding: chunked\r\n\r\n" + body);

        assertThat(received).startsWith("HTTP/1.1 400 ").doesNotContain("alive");
        assertThat(received.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(mints).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2 \r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 2\n\r\n{}"
            })
    void rejectsBodiesWhoseEndIsAmbiguous(String rest) throws Exception {
        String received = send(MINT + rest + NEXT);

        assertThat(received).startsWith("HTTP/1.1 400 ").doesNotContain("alive");
        assertThat(mints).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "x-unknown, chunked"})
    void rejectsTransferCodingsThatItDoesNotDecode(String codings) throws Exception {
        String received = send(MINT + "Transfer-Encoding: " + codings + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + NEXT);

        assertThat(received)
                .startsWith("HTTP/1.1 501 ")
                .contains("\"code\":\"unsupported_transfer_encoding\"")
                .doesNotContain("alive");
        assertThat(mints).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void rejectsADeclaredLengthBeyondTheLimitWithoutWaitingForTheBody(String expect) throws Exception {
        String received = send(MINT + expect + "Content-Length: " + (RunningEdge.MAX_BYTES + 1) + "\r\n\r\n");

        assertThat(received)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("connection: close")
                .contains("\"code\":\"request_too_large\"");
    }

    @Test
    void mintsFromAChunkedBody() throws Exception {
        String received = send(MINT + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2;name=\"value\"\r\n{}\r\n0\r\n\r\n");

        assertThat(received).startsWith("HTTP/1.1 200 ");
        assertThat(mints).hasValue(1);
    }

    private String send(String bytes) throws Exception {
        Mint echoing = Tokens.echoing();
        Mint counted = request -> {
            mints.incrementAndGet();
            return echoing.mint(request);
        };
        try (RunningEdge edge = RunningEdge.over(counted)) {
            return RawHttp.send(edge.server().uri(), bytes);
        }
    }
}
