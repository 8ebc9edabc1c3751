package dev.ephemint.conformance.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EphemintConfigTest {
    private static final CallerKey KEY = new CallerKey("epk_secret", "0a1b2c3d4e5f", "ab".repeat(32));

    private static EphemintConfig config(Setup setup) {
        return new EphemintConfig(
                URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"), "openai", Path.of("p"), KEY, setup);
    }

    @Test
    void hasAsManyCallersAsPoliciesThatDiffer() {
        JsonNode config = ExactJson.parse(config(Setup.ofCallers(100, 0)).text("{}"));

        assertThat(config.path("callers").size()).isEqualTo(100);
        assertThat(config.path("policies").size()).isEqualTo(100);
        assertThat(config.path("policies")).doesNotHaveDuplicates();
        assertThat(config.at("/policies/bench/models").size()).isEqualTo(1);
        assertThat(config.at("/callers/bench/keys/0/id").asText()).isEqualTo("0a1b2c3d4e5f");
        assertThat(config.at("/metrics/enabled").asBoolean()).isTrue();
        assertThat(config.at("/policies/bench/limits/caller/windows").size()).isEqualTo(1);
    }

    @Test
    void allowsAsManyModels() {
        JsonNode config = ExactJson.parse(config(Setup.ofModels(100, 0)).text("{}"));

        assertThat(config.path("callers").size()).isEqualTo(1);
        assertThat(config.at("/policies/bench/models").size()).isEqualTo(100);
    }

    @Test
    void growsNoFasterThanTheNumberOfCallers() {
        assertThat(config(Setup.ofCallers(1_000, 0)).text("{}").length()).isLessThan(1_000_000);
    }

    @Test
    void holdsNoKey() {
        assertThat(config(Setup.ofPool(5)).text("{\"session\":{}}")).doesNotContain("epk_secret");
        assertThat(config(Setup.PLAIN).toString()).doesNotContain("epk_secret");
        assertThat(KEY.toString()).doesNotContain("epk_secret").doesNotContain("abab");
    }

    @Test
    void readsTheEntryThatTheServicePrints() throws TargetUnavailableException {
        assertThat(CallerKey.of("epk_x", "callers:\n      - {id: 0a1b, hash: 00ff}\n", 0))
                .isEqualTo(new CallerKey("epk_x", "0a1b", "00ff"));
        assertThatThrownBy(() -> CallerKey.of("", "auth.pepper: must have 32 characters", 2))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessage("keys new ended with status 2: auth.pepper: must have 32 characters");
    }
}
