package dev.ephemint.server.upstream;

import static dev.ephemint.testing.socket.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.testing.socket.RawRequest;
import dev.ephemint.testing.socket.RawServer;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {

    private final HttpExchange unit = new HttpExchange(TestLimits.AMPLE, "1.2.3");

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void returnsStatusHeadersAndBody() throws Exception {
        try (RawServer upstream = RawServer.responding(
                "HTTP/1.1 201 Created", "X-Request-ID: req_1", "Content-Length: 11", "", "{\"é\":\"ü\"}")) {
            UpstreamReply reply = send(call(upstream));

            assertThat(reply)
                    .isEqualTo(new UpstreamReply(
                            201, Map.of("x-request-id", "req_1", "content-length", "11"), "{\"é\":\"ü\"}"));
        }
    }

    @Test
    void sendsTheCallsHeadersAndStandardHeadersOnly() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{}"))) {
            send(call(upstream).withHeader("authorization", "Bearer sk-1").withHeader("openai-project", "proj_1"));

            assertThat(upstream.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("POST /v1/realtime/client_secrets HTTP/1.1");
                assertThat(request.headers())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                "authorization",
                                "Bearer sk-1",
                                "openai-project",
                                "proj_1",
                                "accept",
                                "application/json",
                                "content-type",
                                "application/json",
                                "user-agent",
                                "ephemint/1.2.3",
                                "content-length",
                                "2",
                                "host",
                                uri(upstream).getAuthority()));
            });
        }
    }

    @Test
    void sendsNullsAndExactDecimalsInTheBody() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{}"))) {
            ObjectNode body = object();
            body.putNull("turn_detection");
            body.put("threshold", new BigDecimal("0.500000000000000000001"));
            body.put("word", "ça");
            send(new UpstreamCall(uri(upstream), body));

            assertThat(upstream.requests())
                    .extracting(RawRequest::body)
                    .containsExactly("{\"turn_detection\":null,\"threshold\":0.500000000000000000001,\"word\":\"ça\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws Exception {
        try (RawServer upstream = RawServer.responding(
                "HTTP/1.1 " + status + " Elsewhere", "location: /elsewhere", "content-length: 0", "", "")) {
            UpstreamReply reply = send(call(upstream));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("location")).hasValue("/elsewhere");
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 407, 429, 500, 503})
    void returnsErrorResponsesWithoutRetrying(int status) throws Exception {
        try (RawServer upstream =
                RawServer.responding("HTTP/1.1 " + status + " No", "retry-after: 1", "content-length: 4", "", "body")) {
            UpstreamReply reply = send(call(upstream));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).isEqualTo("body");
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void readsAChunkedResponse() throws Exception {
        try (RawServer upstream = RawServer.responding(
                "HTTP/1.1 200 OK", "transfer-encoding: chunked", "", "2", "{\"", "3", "a\":", "2", "1}", "0", "", "")) {
            assertThat(send(call(upstream)).body()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void readsAResponseDelimitedByConnectionClose() throws Exception {
        RawServer.Handler script = (peer, request) -> {
            peer.write("HTTP/1.1 200 OK\r\n\r\n{}");
            peer.close();
        };
        try (RawServer upstream = RawServer.handling(script)) {
            assertThat(send(call(upstream)).body()).isEqualTo("{}");
        }
    }

    @Test
    void reusesTheConnectionForConsecutiveCalls() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{}"))) {
            IntStream.range(0, 5).forEach(i -> send(call(upstream)));

            assertThat(upstream.connections()).isEqualTo(1);
        }
    }

    @Test
    void servesConcurrentCallersWithFewThreads() throws Exception {
        int callers = 40;
        long threadsBefore = threads();
        CountDownLatch allCame = new CountDownLatch(callers);
        RawServer.Handler script = (peer, request) -> {
            allCame.countDown();
            allCame.await();
            peer.write(ok(request.body()));
        };
        try (RawServer upstream = RawServer.handling(script)) {
            List<String> responses = Concurrently.get(callers, i -> {
                ObjectNode body = object().put("caller", i);
                return send(new UpstreamCall(uri(upstream), body)).body();
            });

            assertThat(responses)
                    .containsExactlyElementsOf(IntStream.range(0, callers)
                            .mapToObj(i -> "{\"caller\":" + i + "}")
                            .toList());
            assertThat(threads() - threadsBefore)
                    .isLessThanOrEqualTo(Math.max(4, 2L * Runtime.getRuntime().availableProcessors()));
        }
    }

    @Test
    void rejectsAnInvalidHeaderWithoutQuotingItsValue() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{}"))) {
            UpstreamCall call = call(upstream).withHeader("authorization", "Bearer sk-secret\n");

            assertThatThrownBy(() -> send(call))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the header authorization cannot be sent as it is")
                    .hasNoCause();
        }
    }

    /** What the vendor sent last on the connection says so. */
    @Test
    void opensAnotherConnectionIfTheVendorCloses() throws Exception {
        try (RawServer upstream =
                RawServer.responding("HTTP/1.1 200 OK", "connection: close", "content-length: 0", "", "")) {
            send(call(upstream));
            send(call(upstream));

            assertThat(upstream.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void leavesAnEncodedBodyAsItIs(String encoding) throws Exception {
        try (RawServer upstream = RawServer.responding(
                "HTTP/1.1 200 OK", "content-encoding: " + encoding, "content-length: 4", "", "body")) {
            assertThat(send(call(upstream)).body()).isEqualTo("body");
        }
    }

    @Test
    void keepsNoCookie() throws Exception {
        try (RawServer upstream =
                RawServer.responding("HTTP/1.1 200 OK", "set-cookie: a=b; path=/", "content-length: 0", "", "")) {
            send(call(upstream));
            send(call(upstream));

            assertThat(upstream.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                    .doesNotContainKey("cookie"));
        }
    }

    @Test
    void toStringShowsTheLimitsOnly() {
        assertThat(unit)
                .hasToString(
                        "HttpExchange[ExchangeLimits[connect=PT5S, whole=PT15S, maxBytes=1048576, connections=50]]");
    }

    private UpstreamReply send(UpstreamCall call) {
        return unit.send(call, Deadline.none());
    }

    static UpstreamCall call(RawServer upstream) {
        return new UpstreamCall(uri(upstream), object());
    }

    static URI uri(RawServer upstream) {
        return URI.create(upstream.url() + "/v1/realtime/client_secrets");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("upstream"))
                .count();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
