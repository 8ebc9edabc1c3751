package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.http.RawCaller;
import dev.ephemint.testing.fault.Fault;
import dev.ephemint.testing.fault.FaultProxy;
import dev.ephemint.testing.fault.Plan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the network between a caller and the service: none costs another caller anything. */
final class FaultyCallerTest {

    private static final int HALF_HEAD = 60;
    private static final int HALF_BODY = RawCaller.mint().length() - 10;

    private final MintingVendor vendor = new MintingVendor();
    private final Path audit;

    FaultyCallerTest(@TempDir Path directory) {
        this.audit = directory.resolve("audit.jsonl");
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource({"RESET, head", "CLOSE, head", "RESET, body", "CLOSE, body"})
    void aRequestThatDoesNotArriveMintsNothing(Fault fault, String half) throws Exception {
        try (Facade facade = start(Map.of());
                FaultProxy network = new FaultProxy(facade.uri().getPort())) {
            network.plan(Plan.request(fault, half.equals("head") ? HALF_HEAD : HALF_BODY));
            String response = mintUntilItEnds(network);

            assertThat(response).doesNotContain("200");
            assertThat(vendor.minted()).isZero();
            assertMints(facade);
        }
        assertThat(Accounts.of(audit).areComplete().minted()).isEqualTo(1);
    }

    @Test
    void aBodyThatNeverEndsIsRejected() throws Exception {
        try (Facade facade = start(Map.of("server.body-timeout", "PT1S"));
                FaultProxy network = new FaultProxy(facade.uri().getPort())) {
            network.plan(Plan.request(Fault.SWALLOW, HALF_BODY));

            assertThat(mintUntilItEnds(network)).startsWith("HTTP/1.1 408").contains("\"code\":\"request_timeout\"");
            assertThat(vendor.minted()).isZero();
            assertMints(facade);
        }
    }

    @Test
    void aBodyThatStallsMintsOnceItIsComplete() throws Exception {
        try (Facade facade = start(Map.of("server.body-timeout", "PT1M", "server.min-body-rate", "0"));
                FaultProxy network = new FaultProxy(facade.uri().getPort())) {
            network.plan(Plan.request(Fault.HOLD, HALF_BODY));
            try (RawCaller caller = RawCaller.of(URI.create(network.url())).send(RawCaller.mint())) {
                network.awaitHeld();
                assertMints(facade);
                network.release();

                assertThat(caller.receive()).startsWith("HTTP/1.1 200");
            }
        }
    }

    /** The token exists, and the audit says so. */
    @ParameterizedTest
    @CsvSource({"RESET, 0", "CLOSE, 0", "RESET, 40", "CLOSE, 40"})
    void aResponseThatDoesNotArriveIsAccountedFor(Fault fault, int bytes) throws Exception {
        try (Facade facade = start(Map.of());
                FaultProxy network = new FaultProxy(facade.uri().getPort())) {
            network.plan(Plan.response(fault, bytes));

            assertThat(mintUntilItEnds(network)).hasSizeLessThanOrEqualTo(bytes);
            assertMints(facade);
        }
        assertThat(vendor.minted()).isEqualTo(2);
        assertThat(Accounts.of(audit).areComplete().minted()).isEqualTo(2);
    }

    @Test
    void aCallerThatReadsNothingHoldsNoPlace() throws Exception {
        try (Facade facade = start(Map.of());
                FaultProxy network = new FaultProxy(facade.uri().getPort())) {
            network.plan(Plan.response(Fault.SWALLOW, 0));
            try (RawCaller caller = RawCaller.of(URI.create(network.url())).send(RawCaller.mint())) {
                awaitMint();

                assertMints(facade);
            }
        }
        assertThat(Accounts.of(audit).areComplete().minted()).isEqualTo(2);
    }

    private void awaitMint() throws IOException {
        while (!Files.exists(audit) || Accounts.of(audit).minted() == 0) {
            Thread.onSpinWait();
        }
    }

    /** With one place, so that one that was not given back would be missed. */
    private Facade start(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(Map.of(
                "server.port", "0",
                "server.max-requests", "1",
                "upstream.url", "http://127.0.0.1:" + vendor.port(),
                "openai.api-key", "sk-of-this-test",
                "audit.file", audit.toString()));
        given.putAll(more);
        return Facade.start(given);
    }

    /** All that arrives before the connection ends in any way. */
    private static String mintUntilItEnds(FaultProxy network) throws IOException {
        StringBuilder received = new StringBuilder();
        try (RawCaller caller = RawCaller.of(URI.create(network.url()))) {
            caller.send(RawCaller.mint());
            received.append(caller.receiveAll());
        } catch (IOException reset) {
            return received.toString();
        }
        return received.toString();
    }

    /** A place may be free a moment later. */
    private static void assertMints(Facade facade) throws IOException {
        String response = mint(facade);
        while (response.startsWith("HTTP/1.1 503")) {
            response = mint(facade);
        }
        assertThat(response).startsWith("HTTP/1.1 200").contains("ek_minted_by_this_vendor");
    }

    private static String mint(Facade facade) throws IOException {
        try (RawCaller caller = RawCaller.of(facade.uri())) {
            return caller.send(RawCaller.mint()).receive();
        }
    }
}
