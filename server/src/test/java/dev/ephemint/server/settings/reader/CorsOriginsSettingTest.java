package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.BadSettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorsOriginsSettingTest {

    private static final String SETTING = "server.cors-origins";

    @Test
    void acceptsOriginsAsBrowsersSendThem() {
        String origins = "https://a.example, http://localhost:3000, https://[::1]:8443, https://xn--bcher-kva.example";

        assertThat(SettingsReader.read(Sources.of(Map.of(SETTING, origins)))
                        .server()
                        .corsOrigins())
                .containsExactly(origins.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "a.example",
                "https://A.example",
                "https://a.example/",
                "https://a.example/page",
                "https://a.example?b",
                "https://user@a.example",
                "https://a.example:443",
                "http://a.example:80",
                "https://a.example:",
                "https://*.example",
                "ftp://a.example",
                "https://",
                "https://a b.example"
            })
    void rejectsWhatNoBrowserSends(String origin) {
        assertThatThrownBy(() -> SettingsReader.read(Sources.of(Map.of(SETTING, "https://b.example," + origin))))
                .isInstanceOfSatisfying(BadSettingsException.class, bad -> assertThat(bad.problems())
                        .containsExactly(SETTING
                                + ": must be origins as browsers send them, such as https://captions.example or"
                                + " http://localhost:3000: lower case, no path, no default port; got "
                                + origin));
    }
}
