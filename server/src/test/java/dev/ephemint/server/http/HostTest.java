package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "example.org:8080",
                "127.0.0.1.example.org",
                "localhost.",
                "my_mint:8080",
                "-x",
                "1.2.3"
            })
    void rejectsForeignHosts(String host) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String response = RawHttp.exchange(edge.server().uri(), "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n");

            assertThat(response)
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith("{\"error\":{\"message\":\"Host not allowed; add it to server.allowed-hosts.\","
                            + "\"type\":\"invalid_request_error\",\"param\":null,"
                            + "\"code\":\"host_not_allowed\"}}");
        }
    }

    @Test
    void rejectsRequestsWithoutAHost() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(RawHttp.exchange(edge.server().uri(), "GET /healthz HTTP/1.0\r\n"))
                    .contains(" 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:80"})
    void acceptsItsOwnHost(String host) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(RawHttp.exchange(edge.server().uri(), "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }
}
