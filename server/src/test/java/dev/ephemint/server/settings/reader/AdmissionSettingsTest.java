package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.AdmissionSettings;
import dev.ephemint.server.settings.AdmissionSettings.WhenAway;
import dev.ephemint.server.settings.AuditSettings;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionSettingsTest {

    private static final String URL = "admission.redis-url";

    @Test
    void mapsEveryProperty() {
        Map<String, String> given = new HashMap<>(Map.of(
                URL,
                "rediss://mint@redis.example.org:6380/2",
                "admission.redis-password",
                "password-1",
                "admission.timeout",
                "PT0.1S",
                "admission.connections",
                "4",
                "admission.when-away",
                "local",
                "admission.replicas",
                "3"));
        given.putAll(Map.of(
                "audit.file", "audit.jsonl",
                "audit.fsync", "false",
                "audit.stream", "true",
                "audit.stream-length", "500",
                "audit.required", "false",
                "audit.rejected-file", "rejected.jsonl",
                "audit.end-user-key", "key-1"));

        Settings settings = SettingsReader.read(Sources.of(given));

        assertThat(settings.admission())
                .isEqualTo(new AdmissionSettings(
                        Optional.of(URI.create("rediss://mint@redis.example.org:6380/2")),
                        Optional.of(new Secret("password-1")),
                        Duration.ofMillis(100),
                        4,
                        WhenAway.LOCAL,
                        3));
        assertThat(settings.audit())
                .isEqualTo(new AuditSettings(
                        Optional.of(Path.of("audit.jsonl")),
                        false,
                        true,
                        500,
                        false,
                        Optional.of(Path.of("rejected.jsonl")),
                        Optional.of(new Secret("key-1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://redis",
                "redis://",
                "redis://:planted-password@redis",
                "redis://user:planted-password@redis",
                "redis://redis/0?password=planted-password",
            })
    void rejectsAnAddressWithAPasswordAndDoesNotShowIt(String url) {
        assertThatThrownBy(() -> SettingsReader.read(Sources.of(Map.of(URL, url))))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageStartingWith("admission.redis-url: must look like redis://host:6379/0")
                .hasMessageNotContaining("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "admission.redis-password, secret-1, is set, but admission.redis-url is not",
        "audit.stream, true, is set, but admission.redis-url is not",
        "admission.timeout, PT20S, must be at most PT10S",
        "admission.replicas, 0, must be greater than or equal to 1",
        "admission.when-away, wait, 'must be one of [deny, local]'",
    })
    void rejectsWhatCannotWork(String property, String value, String problem) {
        assertThatThrownBy(() -> SettingsReader.read(Sources.of(Map.of(property, value))))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining(property + ": " + problem);
    }

    @Test
    void rejectsLocalMintsThatOnlyTheStreamWouldRecord() {
        assertThatThrownBy(() -> SettingsReader.read(Sources.of(
                        Map.of(URL, "redis://redis", "admission.when-away", "local", "audit.stream", "true"))))
                .hasMessageContaining("admission.when-away: local mints while the stream of records is away");
    }
}
