package dev.ephemint.server.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.upstream.ExchangeLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A strict stand-in for OpenAI's token endpoint: it accepts exactly the request of OpenAI's reference, for one identity token,
 * and is tried over a real connection.
 */
final class TokenEndpoint implements AutoCloseable {

    static final String IDENTITY = "eyJhbGciOiJub25lIn0.planted-identity.sig";

    private static final Set<String> MEMBERS =
            Set.of("grant_type", "subject_token_type", "subject_token", "identity_provider_id", "service_account_id");

    private final HttpServer server;
    private final dev.ephemint.server.upstream.HttpExchange client = new dev.ephemint.server.upstream.HttpExchange(
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 65_536, 4), "test");
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "";
    private final AtomicInteger asked = new AtomicInteger();

    private TokenEndpoint(HttpServer server) {
        this.server = server;
    }

    static TokenEndpoint start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenEndpoint endpoint = new TokenEndpoint(server);
        server.createContext("/", endpoint::handle);
        server.start();
        return endpoint;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oauth/token");
    }

    /** From now on it grants this token. */
    void grant(String token, int seconds) {
        respond(
                200,
                "{\"access_token\":\"" + token + "\",\"issued_token_type\":"
                        + "\"urn:ietf:params:oauth:token-type:access_token\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + seconds + "}");
    }

    void respond(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    /** From now on it refuses connections. */
    void goAway() {
        server.stop(0);
    }

    int asked() {
        return asked.get();
    }

    /** What was wrong with the requests. */
    List<String> faults() {
        return faults;
    }

    UpstreamReply send(UpstreamCall call, Deadline deadline) {
        return client.send(call, deadline);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        JsonNode request =
                ContractJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
        Set<String> members = new TreeSet<>();
        request.fieldNames().forEachRemaining(members::add);
        check(exchange.getRequestMethod().equals("POST"), "method");
        check(exchange.getRequestURI().toString().equals("/oauth/token"), "path");
        check("application/json".equals(exchange.getRequestHeaders().getFirst("content-type")), "content type");
        check(exchange.getRequestHeaders().getFirst("authorization") == null, "a credential beside the identity");
        check(members.equals(MEMBERS), "members " + members);
        check(is(request, "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), "grant");
        check(is(request, "subject_token_type", "urn:ietf:params:oauth:token-type:jwt"), "type");
        check(is(request, "subject_token", IDENTITY), "identity token");
        check(is(request, "identity_provider_id", "idp_1"), "provider");
        check(is(request, "service_account_id", "sa_1"), "account");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean is(JsonNode request, String member, String value) {
        return request.path(member).asText().equals(value);
    }

    private void check(boolean right, String what) {
        if (!right) {
            faults.add(what);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
