package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.KnownLimits;
import dev.ephemint.conformance.polyglot.examination.WireCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each generated client sends and reads the bytes of each case, against the kit's endpoint and through the facade, but for
 * the limits that {@code known-limits.json} lists.
 */
final class GeneratedClientsTest {
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final Contract CONTRACT = Contract.bundled();
    private static final Contract RELEASED = Contract.read(Path.of("../spec/src/released/openapi-0.1.0.yaml"));
    private static final ClientGeneration GENERATION =
            new ClientGeneration(Path.of("target/openapi-generator-cli.jar"), Path.of("target/polyglot"));
    private static final KnownLimits LIMITS = KnownLimits.read();

    /** Those of the last release that every build tries; the rest are for the night. */
    private static final List<String> QUICK = List.of("typescript-fetch", "python");

    static Stream<GeneratedClient> tried() {
        return GeneratedClient.all().stream().filter(client -> client.untried().isEmpty());
    }

    static Stream<GeneratedClient> clients() {
        return tried().filter(client -> !client.nightly());
    }

    static Stream<GeneratedClient> nightlyClients() {
        return tried().filter(GeneratedClient::nightly);
    }

    static Stream<GeneratedClient> quickClients() {
        return tried().filter(client -> QUICK.contains(client.name()));
    }

    static Stream<GeneratedClient> otherClients() {
        return tried().filter(client -> !QUICK.contains(client.name()));
    }

    @BeforeAll
    static void generate() throws IOException, InterruptedException {
        GENERATION.generate(tried().toList(), CONTRACT);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sendsAndReadsTheBytesOfEachCase(GeneratedClient client) throws Exception {
        examine(client);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("nightlyClients")
    void nightlyClientSendsAndReadsTheBytesOfEachCase(GeneratedClient client) throws Exception {
        examine(client);
    }

    private static void examine(GeneratedClient client) throws Exception {
        List<String> differences = new ArrayList<>();
        try (Harness harness = Harness.in(GENERATION.directory(client, CONTRACT), DEADLINE)) {
            differences.addAll(ClientExamination.differences(harness, WireCase.all()));
            differences.addAll(FacadeMints.differences(harness));
        } catch (ToolMissingException e) {
            skip(client, e);
        }
        assertThat(LIMITS.unexplained(client, differences)).isEmpty();
        assertThat(LIMITS.stale(client, differences)).isEmpty();
        assertThat(GENERATION.files(client, CONTRACT)).noneMatch(GeneratedClientsTest::isInvented);
    }

    @ParameterizedTest
    @MethodSource("quickClients")
    void clientOfTheLastReleaseMintsAtThisFacade(GeneratedClient client) throws Exception {
        GENERATION.generate(List.of(client), RELEASED);
        mintAtThisFacade(client);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("otherClients")
    void everyClientOfTheLastReleaseMintsAtThisFacade(GeneratedClient client) throws Exception {
        GENERATION.generate(List.of(client), RELEASED);
        mintAtThisFacade(client);
    }

    private static void mintAtThisFacade(GeneratedClient client) throws IOException, HarnessException {
        try (Harness harness = Harness.in(GENERATION.directory(client, RELEASED), DEADLINE)) {
            List<String> differences = FacadeMints.differences(harness);
            assertThat(LIMITS.unexplained(client, differences)).isEmpty();
        } catch (ToolMissingException e) {
            skip(client, e);
        }
    }

    private static void skip(GeneratedClient client, ToolMissingException missing) {
        String reason = "The client " + client + " is not tried: " + missing.getMessage();
        System.out.println(reason);
        Assumptions.abort(reason);
    }

    /** Whether the generator made this name up, because the contract has none or one that the language does not allow. */
    private static boolean isInvented(String file) {
        return file.matches("(?i)(inline[_-]?object.*|.*(type[_-]?not|any[_-]?of|one[_-]?of))\\.\\w+");
    }
}
