package dev.ephemint.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageSettingsTest {

    /** Behind a proxy that passes other names on, others see what is served on loopback. */
    @ParameterizedTest
    @CsvSource({"mint.example, , false", "localhost, , true", "'', , true", "mint.example, true, true"})
    void allowedHostsDisableThePageUnlessEnabled(String hosts, @Nullable String enabled, boolean served) {
        Map<String, String> given = new HashMap<>(Map.of("server.allowed-hosts", hosts));
        if (enabled != null) {
            given.put("page.enabled", enabled);
        }

        Settings settings = SettingsReader.read(new Sources(given, Map.of(), Optional.empty(), true));

        assertThat(settings.servesPage()).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,      , true",
        "localhost,      , true",
        "0.0.0.0,        , false",
        "mint.internal,  , false",
        "127.0.0.1, false, false",
        "0.0.0.0,   true , true"
    })
    void servesThePageOnLoopbackUnlessConfigured(String host, @Nullable String enabled, boolean served) {
        Map<String, String> given = new HashMap<>(Map.of("server.host", host));
        if (enabled != null) {
            given.put("page.enabled", enabled);
        }

        Settings settings = SettingsReader.read(new Sources(given, Map.of(), Optional.empty(), true));

        assertThat(settings.servesPage()).isEqualTo(served);
    }
}
