package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generated client before and after a change of the contract. {@code PolyglotDiffTest} has one of them in every build. */
@Tag("nightly")
final class ClientComparisonTest {
    private static final Path RELEASED = Path.of("../spec/src/released/openapi-0.1.0.yaml");
    private static final ClientGeneration GENERATION =
            new ClientGeneration(Path.of("target/openapi-generator-cli.jar"), Path.of("target/polyglot"));

    static List<Arguments> changes() {
        return List.of(
                Arguments.of("  /realtime/client_secrets:", "  /realtime/secrets:", Verdict.BREAKS),
                Arguments.of("title: ", "title: Another ", Verdict.PASSES));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyClientThatCanBeTriedHasTheVerdict(String old, String now, Verdict verdict) throws Exception {
        List<ClientVerdict> verdicts = new ClientComparison(GENERATION, Contract.read(RELEASED), changed(old, now))
                .judge(GeneratedClient.all(), client -> {});

        assertThat(verdicts)
                .extracting(ClientVerdict::verdict)
                .containsOnly(verdict, Verdict.UNKNOWN)
                .contains(verdict);
    }

    private static Contract changed(String old, String now) throws IOException {
        String text = Files.readString(RELEASED);
        assertThat(text).contains(old);
        return Contract.of(text.replace(old, now));
    }
}
