package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a vendor the facade mints all the same, over every dialect, and says that its tokens are not real. */
final class SandboxTest {
    private static final DialectContract CONTRACT = DialectContract.base();

    static Stream<Arguments> ways() {
        return Stream.of(TargetDialect.values()).flatMap(dialect -> Stream.of(MintOperation.values())
                .map(operation -> Arguments.of(dialect, operation)));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource("ways")
    void mintsATokenThatIsNotReal(TargetDialect dialect, MintOperation operation) {
        String body = operation.isFlat()
                ? "{}"
                : "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}}}}";
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            Message request = Message.request("POST", "/v1" + operation.path(), body);

            Message response = new MessageSender().call(facade.uri(), request.with("content-type", "application/json"));

            assertThat(response.status()).as(response.body()).isEqualTo(200);
            JsonNode minted = ExactJson.parse(response.body());
            assertThat(CONTRACT.schemas().violations(CONTRACT.responseSchema(operation, 200), minted))
                    .isEmpty();
            assertThat(minted.at(operation.isFlat() ? "/client_secret/value" : "/value")
                            .textValue())
                    .startsWith("ek_sandbox_");
            assertThat(minted.at("/connect/dialect").textValue()).isEqualTo(dialect.id());
        }
    }
}
