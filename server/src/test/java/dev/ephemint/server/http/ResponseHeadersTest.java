package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseHeadersTest {

    private static final String SESSION = "{\"session\":{\"type\":\"transcription\"}}";

    @Test
    void aMintHasTheseResponseHeadersAndNoOthers() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post("/v1/realtime/client_secrets", SESSION);

            Set<String> names = new TreeSet<>(response.headers().map().keySet());
            assertThat(names)
                    .containsExactly(
                            "cache-control",
                            "content-length",
                            "content-type",
                            "date",
                            "x-content-type-options",
                            "x-request-id",
                            "x-upstream-request-id");
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
            assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(response.headers().firstValue("x-upstream-request-id")).contains("req_upstream");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/v1/foo", "/v1/realtime/client_secrets", "/openapi.yaml", "/a%2Fb"})
    void everyResponseHasItsOwnRequestId(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> one = edge.send(edge.request(path).header("x-request-id", "req-of-the-caller"));
            HttpResponse<String> other = edge.send(edge.request(path).header("x-request-id", "req-of-the-caller"));

            assertThat(one.headers().firstValue("x-request-id").orElse("")).matches("req_[0-9a-f]{32}");
            assertThat(one.headers().firstValue("x-request-id"))
                    .isNotEqualTo(other.headers().firstValue("x-request-id"));
        }
    }

    @Test
    void noResponseAllowsOtherOrigins() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> preflight = edge.send(edge.request("/v1/realtime/client_secrets")
                    .header("origin", "https://example.org")
                    .header("access-control-request-method", "POST")
                    .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/realtime/client_secrets,POST", "/v1/realtime/transcription_sessions,POST", "/healthz,GET"})
    void rejectsOptionsWhichTheContractDoesNotHave(String path, String allowed) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response =
                    edge.send(edge.request(path).method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("allow")).contains(allowed);
            assertThat(RunningEdge.json(response).at("/error/message").textValue())
                    .isEqualTo("Invalid method for URL (OPTIONS " + path + ")");
        }
    }
}
