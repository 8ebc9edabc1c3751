package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/realtime/client_secrets HTTP/1.1\r\nContent-Type: foo\r\nContent-Length: 0\r\n",
                "POST /v1/realtime/client_secrets HTTP/1.1\r\nAccept: application/json;q=abc\r\nContent-Length: 0\r\n",
                "GET /healthz HTTP/1.1\r\nAccept: ;;\r\n",
                "GET /openapi.yaml HTTP/1.1\r\nIf-None-Match: garbage\r\n",
            })
    void rejectsAnUnreadableHeaderWithTheErrorEnvelope(String head) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String response = RawHttp.exchange(edge.server().uri(), head + "Host: 127.0.0.1\r\n");

            assertThat(response).startsWith("HTTP/1.1 400 ").contains("\"code\":\"invalid_header\"");
        }
    }
}
