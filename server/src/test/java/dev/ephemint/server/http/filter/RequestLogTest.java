package dev.ephemint.server.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestLogTest {

    @Test
    void logsTheOutcomeWithoutCallersContent() throws Exception {
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
                    .containsExactly("INFO request completed {request_id=" + id + "} [method=\"POST\","
                            + " route=\"/realtime/client_secrets\", dialect=\"openai\", status=\"200\", duration_ms=\"1\","
                            + " client_address=\"127.0.0.1\", upstream_request_id=\"req_upstream\"] ");
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
    void omitsUnknownPathsAndMethods() throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            edge.send(edge.request("/sk-planted").method("METHOD-sk-planted", BodyPublishers.noBody()));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("status=\"404\"", "route=\"\"")
                    .doesNotContain("planted");
        }
    }

    @Test
    void logsTheCallersRequestAndTraceIds() throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.send(edge.request("/healthz")
                    .header("x-request-id", "order-4711")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

            assertThat(response.headers().firstValue("x-request-id").orElseThrow())
                    .startsWith("req_");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("client_request_id=order-4711", "trace_id=0af7651916cd43dd8448eb211c80319c");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "sk-planted"
            })
    void ignoresInvalidTraceParents(String traceParent) {
        assertThat(CallerIds.traceId(traceParent)).isEmpty();
    }

    @Test
    void logsTheTraceOfALaterVersion() {
        assertThat(CallerIds.traceId("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"))
                .contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(CallerIds.traceId((String) null)).isEmpty();
    }
}
