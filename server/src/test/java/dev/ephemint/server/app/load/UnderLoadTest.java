package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.fault.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to the service while callers ask for one mint after the other. Each response is whole, each mint is recorded
 * once, and the service recovers automatically. {@link ReplicasInProcessesTest} kills processes.
 */
final class UnderLoadTest {

    private static final int CALLERS = 4;
    private static final int SOME = 40;

    private final MintingVendor vendor = new MintingVendor();
    private final FaultProxy network = new FaultProxy(vendor.port());
    private final Path audit;
    private final Path config;

    UnderLoadTest(@TempDir Path folder) {
        this.audit = folder.resolve("audit.jsonl");
        this.config = folder.resolve("config.yaml");
    }

    @AfterEach
    void close() {
        network.close();
        vendor.close();
    }

    @Test
    void anOutageOfTheVendorCostsOnlyItsOwnMints() throws Exception {
        SteadyCallers callers;
        try (Facade facade = start(1_000_000)) {
            callers = SteadyCallers.start(CALLERS, facade.uri());
            callers.awaitTokens(SOME);
            network.refuse();
            callers.awaitStatus(502);
            network.listenAgain();
            callers.awaitTokens(callers.tokens() + SOME);
            callers.stop();
        }
        assertThat(callers.broken()).isEmpty();
        assertThat(callers.statuses().keySet()).isSubsetOf(200, 502, 503);
        Accounts accounts = Accounts.of(audit).areComplete();
        assertThat(accounts.minted()).isEqualTo(callers.tokens()).isLessThanOrEqualTo(vendor.minted());
    }

    @Test
    void aChangedConfigurationAppliesWithoutALostRequest() throws Exception {
        SteadyCallers callers;
        try (Facade facade = start(1_000_000)) {
            callers = SteadyCallers.start(CALLERS, facade.uri());
            callers.awaitTokens(SOME);
            configure(1);
            callers.awaitStatus(429);
            configure(2_000_000);
            callers.awaitTokens(callers.tokens() + SOME);
            callers.stop();
        }
        assertThat(callers.broken()).isEmpty();
        assertThat(callers.statuses()).containsOnlyKeys(200, 429);
        assertThat(Accounts.of(audit).areComplete().minted())
                .isEqualTo(callers.tokens())
                .isEqualTo(vendor.minted());
    }

    @Test
    void aConfigurationThatIsWrongChangesNothing() throws Exception {
        SteadyCallers callers;
        try (Facade facade = start(1_000_000)) {
            callers = SteadyCallers.start(CALLERS, facade.uri());
            callers.awaitTokens(SOME);
            Files.writeString(config, "policies: {anonymous: {limits: wrong}}");
            callers.awaitTokens(callers.tokens() + SOME);
            configure(1);
            callers.awaitStatus(429);
            callers.stop();
        }
        assertThat(callers.broken()).isEmpty();
        assertThat(callers.statuses()).containsOnlyKeys(200, 429);
    }

    /** Each token that was minted has been sent: a stop waits for it. */
    @Test
    void aStopLosesNoToken() throws Exception {
        Facade facade = start(1_000_000);
        SteadyCallers callers = SteadyCallers.start(CALLERS, facade.uri());
        callers.awaitTokens(SOME);
        facade.close();
        callers.stop();

        assertThat(callers.broken()).isEmpty();
        assertThat(callers.statuses().keySet()).isSubsetOf(0, 200, 503);
        assertThat(Accounts.of(audit).areComplete().minted())
                .isEqualTo(callers.tokens())
                .isEqualTo(vendor.minted());
    }

    private Facade start(int limit) throws IOException {
        configure(limit);
        Map<String, String> given = Map.of(
                "server.port", "0",
                "upstream.url", network.url(),
                "upstream.breaker-wait", "PT1S",
                "openai.api-key", "sk-of-this-test",
                "audit.file", audit.toString());
        return Facade.start(SettingsReader.read(new Sources(given, Map.of(), Optional.of(config), false)));
    }

    private void configure(int limit) throws IOException {
        Files.writeString(config, """
                policies:
                  anonymous:
                    limits:
                      caller:
                        windows: [{requests: %d, per: 1h}]
                """.formatted(limit));
    }
}
