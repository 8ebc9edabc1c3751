package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.RawHttp;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid HTTP, which never reaches Jersey, gets an error in the envelope. */
final class BrokenHttpTest {

    private static final String INVALID = "The request is not valid HTTP, or its URL is ambiguous.";

    @ParameterizedTest
    @MethodSource
    void rejectsBrokenHttpWithTheErrorEnvelope(String head, int status, String message) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String response = RawHttp.exchange(edge.server().uri(), head);

            assertThat(response).startsWith("HTTP/1.1 " + status + " ");
            assertThat(response.toLowerCase(Locale.ROOT))
                    .contains("content-type: application/json")
                    .containsPattern("x-request-id: req_[0-9a-f]{32}\r\n")
                    .doesNotContain("jetty");
            assertThat(response)
                    .endsWith("\r\n\r\n{\"error\":{\"message\":\"" + message
                            + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
        }
    }

    static Stream<Arguments> rejectsBrokenHttpWithTheErrorEnvelope() {
        String host = "Host: 127.0.0.1\r\n";
        return Stream.of(
                Arguments.of("NONSENSE\r\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.1\r\n", 400, INVALID),
                Arguments.of("GET /%zz HTTP/1.1\r\n" + host, 400, INVALID),
                Arguments.of("GET /a|b HTTP/1.1\r\n" + host, 400, INVALID),
                Arguments.of("GET /%2e%2e/ HTTP/1.1\r\n" + host, 400, INVALID),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n", 400, INVALID),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.1\n" + host, 400, INVALID),
                Arguments.of("GET / HTTP/1.1\r\nHost: 127.0.0.1\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.1\r\nHost: 127.0.0.1/x\r\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.1\r\nHost: a@127.0.0.1\r\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: my_mint\r\n", 400, INVALID),
                Arguments.of("GET / HTTP/1.9\r\n" + host, 505, "Send the request as HTTP/1.1."),
                Arguments.of("GET / HTTP/2.0\r\n" + host, 426, "Send the request as HTTP/1.1."),
                Arguments.of(
                        "POST / HTTP/1.1\r\n" + host + "Content-Length: 2\r\nExpect: a-miracle\r\n",
                        417,
                        "The only expectation that is supported is 100-continue."),
                Arguments.of(
                        "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host,
                        414,
                        "The URL of the request is too long."),
                Arguments.of(
                        "GET / HTTP/1.1\r\n" + host + "X: " + "a".repeat(20_000) + "\r\n",
                        431,
                        "The header of the request is too large."));
    }
}
