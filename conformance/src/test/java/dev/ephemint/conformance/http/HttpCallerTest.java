package dev.ephemint.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpCallerTest {
    private static final Message POST = Message.request("POST", "/v1/mint", "{\"prompt\":\"größer\"}");

    private final ScriptedVendor server = ScriptedVendor.start();
    private final HttpCaller http = new HttpCaller(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsHeadersAsTheyAreAndOnlyFourOfItsOwn() {
        server.script(VendorReaction.response(Message.response(200, "{}")));

        call(POST.with("X-One", "a  b").with("x-two", "b").with("X-ONE", "c"));

        Message arrived = server.requests().get(0);
        assertThat(arrived.start()).isEqualTo("POST /v1/mint");
        assertThat(arrived.body()).isEqualTo(POST.body());
        assertThat(arrived.headers().subList(0, 3))
                .extracting(Header::toString)
                .containsExactly("X-One: a  b", "x-two: b", "X-ONE: c");
        assertThat(arrived.headers().subList(3, arrived.headers().size()))
                .extracting(header -> header.name().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("connection", "host", "content-length", "user-agent");
        assertThat(arrived.header("connection")).hasValue("close");
    }

    @Test
    void keepsPathAndQueryAsTheyAre() {
        server.script(VendorReaction.response(Message.response(200, "{}")));

        call(Message.request("GET", "/a%2Fb/../c?x=%20&y=+", ""));

        assertThat(server.requests().get(0).start()).isEqualTo("GET /a%2Fb/../c?x=%20&y=+");
    }

    @Test
    void followsNoRedirectRepeatsNothingAndKeepsNoCookie() {
        server.script(VendorReaction.response(Message.response(307, "")
                .with("location", server.uri() + "/elsewhere")
                .with("set-cookie", "a=b")
                .with("www-authenticate", "Basic realm=\"x\"")));

        assertThat(call(POST).status()).isEqualTo(307);
        call(POST);

        assertThat(server.requests()).hasSize(2).noneMatch(request -> request.header("cookie")
                .isPresent());
    }

    @Test
    void repeatsNothingAfter401And503() {
        for (int status : List.of(401, 503)) {
            server.script(VendorReaction.response(Message.response(status, "")
                    .with("retry-after", "0")
                    .with("www-authenticate", "Basic realm=\"x\"")));

            assertThat(call(POST).status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void keepsCompressedBodiesAndTheirHeader() {
        server.script(VendorReaction.response(Message.response(200, "not gzip").with("content-encoding", "gzip")));

        Message response = call(POST);

        assertThat(response.body()).isEqualTo("not gzip");
        assertThat(response.header("content-encoding")).hasValue("gzip");
        assertThat(server.requests().get(0).header("accept-encoding")).isEmpty();
    }

    @Test
    void deadlineCoversTheBody() {
        server.script(VendorReaction.stall(Message.response(200, "{\"value\":1}")));

        assertThatThrownBy(() -> new HttpCaller(Duration.ofMillis(200)).call(server.uri(), POST))
                .isInstanceOf(NoResponseException.class)
                .hasMessage("no complete response within 200 ms");
    }

    @Test
    void largestBodyIsReadAndOneByteMoreIsNot() {
        HttpCaller small = new HttpCaller(Duration.ofMinutes(1), 1_000);

        server.script(VendorReaction.oversize(Message.response(200, "{}"), 1_000));
        assertThat(small.call(server.uri(), POST).body().getBytes(StandardCharsets.UTF_8))
                .hasSize(1_000);

        server.script(VendorReaction.oversize(Message.response(200, "{}"), 1_001));
        assertThatThrownBy(() -> small.call(server.uri(), POST))
                .isInstanceOf(NoResponseException.class)
                .hasMessage("the response is larger than 1000 bytes");
    }

    @Test
    void responseThatEndsEarlyIsNoResponse() {
        server.script(VendorReaction.truncate(Message.response(200, "{\"value\":1}")));

        assertThatThrownBy(() -> call(POST))
                .isInstanceOf(NoResponseException.class)
                .hasMessageContaining("Premature end");
    }

    @Test
    void refusedConnectionIsNoResponse() {
        try (ReservedPort closed = ReservedPort.open()) {
            assertThatThrownBy(() -> http.call(closed.uri(), POST))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("Connection refused");
        }
    }

    @Test
    void portWithoutTlsAndUnknownHostAreNamed() {
        server.script(VendorReaction.response(Message.response(200, "{}")));
        URI tls = URI.create("https://127.0.0.1:" + server.uri().getPort());

        assertThatThrownBy(() -> http.call(tls, POST)).hasMessageStartingWith("TLS: ");
        assertThatThrownBy(() -> http.call(URI.create("http://gateway.invalid"), POST))
                .hasMessageStartingWith("unknown host: gateway.invalid");
    }

    @Test
    void callsLeaveNoThreadBehind() {
        server.script(VendorReaction.response(Message.response(200, "{}")));
        call(POST);
        long before = threadsOfClients();

        for (int i = 0; i < 50; i++) {
            call(POST);
        }

        assertThat(threadsOfClients()).isLessThanOrEqualTo(before);
    }

    private static long threadsOfClients() {
        return List.of(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)).stream()
                .filter(thread -> thread.getThreadName().matches(".*(?i:http).*"))
                .count();
    }

    private Message call(Message request) {
        return http.call(URI.create(server.uri() + request.target()), request);
    }
}
