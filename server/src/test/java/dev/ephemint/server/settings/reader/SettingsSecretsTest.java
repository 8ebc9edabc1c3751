package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsSecretsTest {

    private static final String PLANTED = "sk-planted";

    @ParameterizedTest
    @MethodSource
    void toStringHidesSecrets(Object holder) {
        assertThat(holder.toString()).doesNotContain(PLANTED);
    }

    static Stream<Object> toStringHidesSecrets() {
        Sources given = Sources.of(Map.of("upstream.url", "https://api.openai.com", "openai.api-key", PLANTED));
        Sources environment = Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_UPSTREAM_DIALECT", "azure",
                        "EPHEMINT_UPSTREAM_URL", "https://example.openai.azure.com",
                        "AZURE_OPENAI_API_KEY", PLANTED),
                Optional.empty(),
                false);
        Settings openai = SettingsReader.read(given);
        Settings azure = SettingsReader.read(environment);
        Sources redis = Sources.of(Map.of(
                "admission.redis-url", "redis://127.0.0.1",
                "admission.redis-password", PLANTED,
                "audit.end-user-key", PLANTED));
        Settings shared = SettingsReader.read(redis);
        return Stream.of(
                given,
                environment,
                openai,
                openai.openai(),
                azure,
                azure.azure(),
                redis,
                shared,
                shared.admission(),
                shared.audit());
    }

    @Test
    void redactorsHideKeysFromEverySource() {
        Sources given = Sources.of(Map.of("upstream.url", "https://api.openai.com", "openai.api-key", PLANTED));

        assertThat(given.redactor().hide("a " + PLANTED)).isEqualTo("a [redacted]");
        assertThat(SettingsReader.read(given).redactor().hide("a " + PLANTED)).isEqualTo("a [redacted]");
        for (String name : List.of(
                "EPHEMINT_ADMISSION_REDIS_PASSWORD",
                "EPHEMINT_AUDIT_END_USER_KEY",
                "EPHEMINT_AZURE_API_KEY",
                "OPENAI_API_KEY",
                "AZURE_OPENAI_API_KEY")) {
            Sources environment = Sources.ofEnvironment(Map.of(name, PLANTED), Optional.empty(), false);

            assertThat(environment.redactor().hide("a " + PLANTED)).isEqualTo("a [redacted]");
        }
    }

    @Test
    void doesNotQuoteAKeyGivenAsTheKeyFile() {
        Sources given = Sources.of(Map.of("upstream.url", "https://api.openai.com", "openai.api-key-file", PLANTED));

        assertThatThrownBy(() -> SettingsReader.read(given))
                .hasMessageContaining("openai.api-key-file")
                .hasMessageNotContaining(PLANTED);
    }
}
