package dev.ephemint.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.prism.Prism;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If one schema does not compile, Prism validates nothing and reports nothing: the canaries notice. */
final class BlindPrismTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/canaries/nullable-without-type.yaml");
    private static final String SCHEMA = """
            {"type":"object","properties":{
              "seconds":{"type":"integer","minimum":10},
              "tracing":{"oneOf":[{"type":"string"},{"type":"object"},{"type":"null"}]}}}
            """;
    private static final List<Canary> CANARIES = Canaries.of(ExactJson.parse("{}"), ExactJson.parse(SCHEMA));

    @Test
    void oneSchemaThatDoesNotCompileLetsEveryCanaryPass() {
        // A null for the whole body is refused all the same: Prism regards it as no body, and one is required.
        List<Canary> allButNoBody =
                CANARIES.stream().filter(canary -> !canary.broken().isNull()).toList();

        assertThat(run(DOCUMENT).survivors()).isEqualTo(allButNoBody).hasSize(6);
    }

    @Test
    void withoutTheOneKeywordNoCanaryPasses(@TempDir Path directory) throws IOException {
        String corrected = Files.readString(DOCUMENT)
                .replace("nullable: true\n", "default: null\n")
                .replace("- type: object", "- type: object\n                    - type: 'null'");

        CanaryRun run = run(Files.writeString(directory.resolve("corrected.yaml"), corrected));

        assertThat(run.isInconclusive()).as(run.toString()).isFalse();
    }

    private static CanaryRun run(Path document) {
        try (Prism prism = Prism.start(Path.of(""), document)) {
            return CanaryRun.of(CANARIES, body -> accepts(prism, body));
        }
    }

    private static boolean accepts(Prism prism, JsonNode body) {
        Message request =
                Message.request("POST", "/mint", ExactJson.write(body)).with("Content-Type", "application/json");
        return new MessageSender().call(prism.uri(), request).status() == 200;
    }
}
