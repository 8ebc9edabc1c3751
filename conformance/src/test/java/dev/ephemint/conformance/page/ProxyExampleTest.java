package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documented proxy route, run as it stands there. */
final class ProxyExampleTest {

    @Test
    void passesTheMintOnAndNothingElse() throws Exception {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0"))) {
            JsonNode printed = ExactJson.parse(
                    Command.run("node", "src/test/page/proxy.mjs", facade.uri().toString()));

            assertThat(printed.at("/minted/status").intValue()).isEqualTo(200);
            assertThat(printed.at("/minted/body/value").textValue()).startsWith("ek_sandbox_");
            assertThat(printed.at("/minted/body/connect/websocket/url").textValue())
                    .isEqualTo("ws://" + facade.uri().getAuthority() + "/v1/realtime?intent=transcription");
            assertThat(printed.at("/refused/status").intValue()).isEqualTo(400);
            assertThat(printed.at("/refused/body/error/message").textValue()).isNotEmpty();
            assertThat(printed.at("/other/status").intValue()).isEqualTo(404);
            assertThat(printed.at("/unreachable/status").intValue()).isEqualTo(502);
        }
    }
}
