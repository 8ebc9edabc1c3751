package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers learn about pages of other origins. */
final class CorsTest {

    private static final String LISTED = "https://captions.example";
    private static final String MINT = "/v1/realtime/client_secrets";
    private static final String BODY = "{\"session\":{\"type\":\"transcription\"}}";

    @Test
    void respondsToThePreflightOfAListedOrigin() throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> response = preflight(edge, LISTED);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .hasValue(LISTED);
            assertThat(names(response, "access-control-allow-methods"))
                    .containsExactlyInAnyOrder("get", "head", "post");
            assertThat(names(response, "access-control-allow-headers"))
                    .contains("authorization", "content-type", "idempotency-key", "*");
            assertThat(response.headers().firstValue("access-control-max-age")).hasValue("600");
            assertThat(response.headers().allValues("vary")).containsExactly("Origin");
            assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
    }

    @Test
    void aPageOfAListedOriginReadsItsTokenAndEveryHeaderOfTheContract() throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> response = mint(edge, LISTED);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().allValues("access-control-allow-origin"))
                    .containsExactly(LISTED);
            assertThat(names(response, "access-control-expose-headers"))
                    .isEqualTo(contractHeaders(edge))
                    .contains("x-request-id", "retry-after", "ratelimit", "deprecation");
            assertThat(response.headers().allValues("vary")).containsExactly("Origin");
            assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/realtime/nothing,404", "/openapi.yaml,405", MINT + ",415"})
    void aPageOfAListedOriginReadsFailures(String path, int status) throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> response =
                    edge.send(edge.request(path).header("origin", LISTED).POST(BodyPublishers.ofString("{")));

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .hasValue(LISTED);
        }
    }

    @Test
    void aPageOfAListedOriginReadsThatTheServiceIsOverloaded() throws Exception {
        try (RunningEdge edge = listing(new RequestLimits(
                RunningEdge.MAX_BYTES, new BodyTimes(Duration.ofMinutes(1), 0), Duration.ofMinutes(1), 0))) {
            HttpResponse<String> response = mint(edge, LISTED);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .hasValue(LISTED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://captions.example",
                "https://captions.example:8443",
                "https://captions.example.evil.example",
                "https://evilcaptions.example",
                "https://captionsxexample",
                "https://CAPTIONS.example",
                "https://captions.example/",
                "https://captions.example https://evil.example",
                "https://evil.example, https://captions.example",
                "*",
                "null"
            })
    void anotherOriginGetsNoHeaderAndNoPreflight(String origin) throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> preflight = preflight(edge, origin);
            HttpResponse<String> mint = mint(edge, origin);

            assertThat(preflight.statusCode()).isEqualTo(405);
            assertThat(mint.statusCode()).isEqualTo(200);
            assertThat(corsNames(preflight.headers())).isEmpty();
            assertThat(corsNames(mint.headers())).isEmpty();
            assertThat(mint.headers().allValues("vary")).containsExactly("Origin");
        }
    }

    @Test
    void twoOriginsInOneRequestAreNone() throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> response = edge.send(post(edge, LISTED).header("origin", "https://evil.example"));

            assertThat(corsNames(response.headers())).isEmpty();
        }
    }

    /** Or a browser would cache it and use it for a page of another origin. */
    @Test
    void aResponseWithoutAnOriginVariesAsWell() throws Exception {
        try (RunningEdge edge = listing(RunningEdge.limits(RunningEdge.MAX_BYTES))) {
            HttpResponse<String> response = edge.get("/openapi.yaml");

            assertThat(response.headers().allValues("vary")).containsExactly("Origin");
            assertThat(corsNames(response.headers())).isEmpty();
        }
    }

    private static RunningEdge listing(RequestLimits limits) throws Exception {
        return RunningEdge.over(Tokens.echoing(), limits, LISTED::equals);
    }

    private static HttpResponse<String> preflight(RunningEdge edge, String origin) throws Exception {
        return edge.send(edge.request(MINT)
                .header("origin", origin)
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "authorization,content-type,x-stainless-lang")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static HttpResponse<String> mint(RunningEdge edge, String origin) throws Exception {
        return edge.send(post(edge, origin));
    }

    private static HttpRequest.Builder post(RunningEdge edge, String origin) {
        return edge.request(MINT)
                .header("origin", origin)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(BODY));
    }

    private static Set<String> names(HttpResponse<?> response, String header) {
        return Arrays.stream(response.headers()
                        .firstValue(header)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> corsNames(HttpHeaders headers) {
        return headers.map().keySet().stream()
                .filter(name -> name.startsWith("access-control"))
                .collect(Collectors.toSet());
    }

    private static Set<String> contractHeaders(RunningEdge edge) throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode responses : RunningEdge.json(edge.get("/openapi.json")).findValues("responses")) {
            for (JsonNode headers : responses.findValues("headers")) {
                headers.fieldNames().forEachRemaining(name -> names.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        return names;
    }
}
