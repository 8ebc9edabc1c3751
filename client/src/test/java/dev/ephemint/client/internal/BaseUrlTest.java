package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/v1",
        "http://localhost:8080/, http://localhost:8080/v1",
        "http://localhost:8080/v1, http://localhost:8080/v1",
        "http://localhost:8080/v1//, http://localhost:8080/v1",
        "' https://mint.example/v1 ', https://mint.example/v1",
        "https://mint.example/openai, https://mint.example/openai/v1",
        "https://mint.example/openai/v1/, https://mint.example/openai/v1",
        "https://mint.example/v1/realtime, https://mint.example/v1",
        "https://mint.example/v1/realtime/client_secrets, https://mint.example/v1",
        "https://mint.example/realtime/transcription_sessions/, https://mint.example/v1",
        "https://mint.example/a%20b, https://mint.example/a%20b/v1",
        "'http://[::1]:8080', 'http://[::1]:8080/v1'",
    })
    void acceptsEveryForm(String pasted, String base) {
        assertThat(BaseUrl.of(pasted)).isEqualTo(URI.create(base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "mint.example",
                "/v1",
                "",
                "ftp://mint.example",
                "http:///v1",
                "https://mint.example/?api-version=1",
                "https://mint.example/#top"
            })
    void rejectsOtherUrls(String pasted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of(pasted))
                .withMessageStartingWith("baseUrl");
    }

    @Test
    void rejectsAPasswordWithoutQuotingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of("https://user:planted@mint.example"))
                .withMessageNotContaining("planted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of("https://user:planted@mint example"))
                .withMessageNotContaining("planted");
    }
}
