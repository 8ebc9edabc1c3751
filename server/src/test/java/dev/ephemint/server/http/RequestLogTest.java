package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class RequestLogTest {

    @Test
    void saysOfARequestWhatBecameOfItAndNothingThatWasSaid() throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.send(edge.request(
                            "/openai/v1/realtime/client_secrets?api-key=sk-planted")
                    .header("authorization", "Bearer sk-planted")
                    .header("x-request-id", "sk-planted")
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\",\"x\":\"sk-planted\"}}")));

            String id = response.headers().firstValue("x-request-id").orElseThrow();
            assertThat(log.lines().map(line -> line.replaceAll("duration_ms=\"\\d+\"", "duration_ms=\"1\"")))
                    .containsExactly("INFO answered {request_id=" + id + "} [method=\"POST\","
                            + " route=\"/realtime/client_secrets\", dialect=\"openai\", status=\"200\", duration_ms=\"1\","
                            + " upstream_request_id=\"req_upstream\"] ");
        }
    }

    @Test
    void namesTheFailure() throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            edge.post("/v1/realtime/client_secrets", "{");

            assertThat(log.lines()).singleElement().asString().contains("status=\"400\"", "code=\"invalid_json\"");
        }
    }

    @Test
    void namesNoPathThatNobodyServes() throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            edge.send(edge.request("/sk-planted").method("WHATEVER-sk-planted", BodyPublishers.noBody()));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("status=\"404\"", "route=\"\"")
                    .doesNotContain("planted");
        }
    }
}
