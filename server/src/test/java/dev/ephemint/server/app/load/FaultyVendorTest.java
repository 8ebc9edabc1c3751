package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.http.RawCaller;
import dev.ephemint.testing.SettableClock;
import dev.ephemint.testing.fault.Fault;
import dev.ephemint.testing.fault.FaultProxy;
import dev.ephemint.testing.fault.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the network between the service and its vendor: each has its response, and the next mint succeeds. */
final class FaultyVendorTest {

    /** More than the breaker counts before it decides. */
    private static final int MANY = 60;

    private final MintingVendor vendor = new MintingVendor();
    private final FaultProxy network = new FaultProxy(vendor.port());
    private final Path audit;

    FaultyVendorTest(@TempDir Path directory) {
        this.audit = directory.resolve("audit.jsonl");
    }

    @AfterEach
    void close() {
        network.close();
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "request,  RESET,   0,   502, upstream_unreachable",
        "request,  CLOSE,   0,   502, upstream_unreachable",
        "request,  RESET,   150, 502, upstream_unreachable",
        "request,  SWALLOW, 0,   504, upstream_timeout",
        "request,  HOLD,    150, 504, upstream_timeout",
        "response, RESET,   0,   502, upstream_unreachable",
        "response, CLOSE,   0,   502, upstream_unreachable",
        "response, RESET,   12,  502, upstream_unreachable",
        "response, CLOSE,   12,  502, upstream_invalid_response",
        "response, RESET,   120, 502, upstream_invalid_response",
        "response, CLOSE,   120, 502, upstream_invalid_response",
        "response, HOLD,    0,   504, upstream_timeout",
        "response, HOLD,    12,  504, upstream_timeout",
        "response, HOLD,    120, 504, upstream_timeout"
    })
    void eachFaultHasItsResponseAndLeavesNothingBehind(String way, Fault fault, int bytes, int status, String code)
            throws Exception {
        boolean waits = status == 504;
        try (Facade facade = start(Map.of("upstream.timeout", waits ? "PT1S" : "PT1M"), Clock.systemUTC())) {
            network.plan(way.equals("request") ? Plan.request(fault, bytes) : Plan.response(fault, bytes));
            String response = mint(facade);
            network.plan(Plan.PASS);

            assertThat(response).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
            assertMints(facade);
        }
        Accounts accounts = Accounts.of(audit).areComplete();
        assertThat(accounts.minted()).isEqualTo(1);
        assertThat(accounts.failed()).isPositive();
    }

    @Test
    void aVendorThatRefusesConnectionsIsUnreachable() throws Exception {
        try (Facade facade = start(Map.of(), Clock.systemUTC())) {
            network.refuse();
            String response = mint(facade);
            network.listenAgain();

            assertThat(response).startsWith("HTTP/1.1 502").contains("\"code\":\"upstream_unreachable\"");
            assertMints(facade);
        }
    }

    @Test
    void aSlowVendorIsWaitedFor() throws Exception {
        network.plan(Plan.response(Fault.HOLD, MintingVendor.HALF_BODY));
        try (Facade facade = start(Map.of("upstream.timeout", "PT1M"), Clock.systemUTC())) {
            CompletableFuture<String> response = CompletableFuture.supplyAsync(() -> mint(facade));
            network.awaitHeld();
            network.release();

            assertThat(response.join()).startsWith("HTTP/1.1 200").contains("ek_minted_by_this_vendor");
        }
    }

    /** Every second connection breaks; a mint is one or the other, and nothing between. */
    @Test
    void aFlappingNetworkGivesWholeTokensOrFailures() throws Exception {
        network.plan(
                connection -> connection % 2 == 0 ? Plan.PASS : Plan.response(Fault.RESET, MintingVendor.HALF_BODY));
        long tokens = 0;
        try (Facade facade = start(Map.of("upstream.breaker-percent", "101"), Clock.systemUTC())) {
            for (int i = 0; i < 20; i++) {
                String response = mint(facade);
                boolean token = response.startsWith("HTTP/1.1 200");
                assertThat(response).contains(token ? "\"value\":\"ek_minted" : "\"upstream_invalid_response\"");
                tokens += token ? 1 : 0;
            }
        }
        Accounts accounts = Accounts.of(audit).areComplete();
        assertThat(accounts.minted()).isEqualTo(tokens).isPositive();
        assertThat(accounts.failed()).isEqualTo(20 - tokens).isPositive();
    }

    @Test
    void theBreakerOpensAndRecoversAutomatically() throws Exception {
        SettableClock clock = SettableClock.running();
        try (Facade facade = start(Map.of("upstream.breaker-wait", "PT1M"), clock)) {
            network.plan(Plan.response(Fault.RESET, 0));
            String last = mint(facade);
            for (int i = 0; i < MANY; i++) {
                last = mint(facade);
            }
            int asked = network.connections();
            network.plan(Plan.PASS);

            assertThat(last).startsWith("HTTP/1.1 503").contains("\"code\":\"upstream_circuit_open\"");
            assertThat(mint(facade)).startsWith("HTTP/1.1 503");
            assertThat(network.connections()).isEqualTo(asked);
            clock.advance(Duration.ofSeconds(61));
            assertThat(mint(facade)).startsWith("HTTP/1.1 200");
        }
        Accounts.of(audit).areComplete();
    }

    /** With one place and one connection, so that one that was not given back would be missed. */
    private Facade start(Map<String, String> more, Clock clock) {
        Map<String, String> given = new HashMap<>(Map.of(
                "server.port", "0",
                "server.max-requests", "1",
                "upstream.url", network.url(),
                "upstream.max-connections", "1",
                "openai.api-key", "sk-of-this-test",
                "audit.file", audit.toString()));
        given.putAll(more);
        return Facade.start(given, clock);
    }

    private static void assertMints(Facade facade) {
        assertThat(mint(facade)).startsWith("HTTP/1.1 200").contains("ek_minted_by_this_vendor");
    }

    /** A response may arrive before the only place for requests is free again. */
    private static String mint(Facade facade) {
        String response = ask(facade);
        while (response.contains("\"server_overloaded\"")) {
            response = ask(facade);
        }
        return response;
    }

    private static String ask(Facade facade) {
        try (RawCaller caller = RawCaller.of(facade.uri())) {
            return caller.send(RawCaller.mint()).receive();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
