package dev.ephemint.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.prism.Prism;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prism checks every constraint of the documents that it plays: without this, its silence would prove nothing. */
final class PrismCanariesTest {
    static Stream<DialectContract> documents() {
        return Stream.concat(
                Stream.of(DialectContract.base()),
                Stream.of(TargetDialect.values()).map(DialectContract::of));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refusesEachCanary(DialectContract document, @TempDir Path work) {
        try (Prism prism = Prism.start(Path.of(""), document.writeTo(work))) {
            for (MintOperation operation : document.operations()) {
                List<Canary> canaries = Canaries.of(document.tree(), document.requestSchema(operation));

                CanaryRun run = CanaryRun.of(canaries, body -> accepts(prism, document.path(operation), body));

                assertThat(canaries).hasSizeGreaterThan(40);
                assertThat(run.isInconclusive()).as(run.toString()).isFalse();
            }
        }
    }

    private static boolean accepts(Prism prism, String path, JsonNode body) {
        Message request = Message.request("POST", path + "?api-version=any", ExactJson.write(body))
                .with("Content-Type", "application/json")
                .with("Authorization", "Bearer any");
        Message response = new MessageSender().call(prism.uri(), request);
        assertThat(response.status()).as(response.body()).isIn(200, 400);
        return response.status() == 200;
    }
}
