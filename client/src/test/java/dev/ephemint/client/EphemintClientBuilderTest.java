package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EphemintClientBuilderTest {

    private final EphemintClientBuilder unit = EphemintClient.builder();

    @Test
    void requiresOnlyTheBaseUrl() {
        assertThatIllegalStateException().isThrownBy(unit::build).withMessage("baseUrl: is required");
        assertThat(unit.baseUrl(URI.create("http://localhost:8080/")).build())
                .hasToString("EphemintClient[http://localhost:8080/v1]");
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatIllegalArgumentException().isThrownBy(() -> unit.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> unit.timeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> unit.connectTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> unit.maxRetries(-1));
    }

    @Test
    void rejectsAnHttpClientThatFollowsRedirects() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> unit.httpClient(following));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "planted\nX-Other: 1", "plant\u00e9d", "plan\u0000ted"})
    void rejectsAnInvalidKeyWithoutQuotingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit.apiKey(key))
                .withMessage("apiKey: must not be empty or have characters that a header cannot carry");
        assertThatIllegalArgumentException().isThrownBy(() -> unit.safetyIdentifier(key));
        EphemintClient client =
                unit.baseUrl("http://localhost:1").apiKey(() -> key).build();
        assertThatIllegalArgumentException().isThrownBy(() -> client.createClientSecret(Fixtures.request()));
    }

    @Test
    void stripsALineBreakAfterTheKey() {
        assertThat(sentBy(unit.apiKey("key_example\n")).header("Authorization")).isEqualTo("Bearer key_example");
    }

    @Test
    void readsTheKeyForEveryAttempt() {
        Iterator<String> keys = List.of("key_first", "key_second").iterator();
        try (FakeHttpServer service = new FakeHttpServer(Reply.json(503, ""), Reply.json(200, Fixtures.MINTED))) {
            EphemintClient client = Fixtures.client(service.url(), new FakeTimer())
                    .apiKey(keys::next)
                    .build();

            client.createClientSecret(Fixtures.request());

            assertThat(service.requests())
                    .extracting(asked -> asked.header("Authorization"))
                    .containsExactly("Bearer key_first", "Bearer key_second");
        }
    }

    @Test
    void failsWithTheKeySuppliersException() {
        EphemintClient client = unit.baseUrl("http://localhost:1")
                .apiKey(() -> {
                    throw new IllegalStateException("vault closed");
                })
                .build();

        assertThat(catchThrowable(() -> client.createClientSecret(Fixtures.request())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("vault closed");
        assertThat(client.createClientSecretAsync(Fixtures.request())).isCompletedExceptionally();
    }

    @Test
    void sendsOnlyTheNecessaryHeaders() {
        RawRequest asked = sentBy(unit);

        assertThat(asked.headers().keySet())
                .containsExactlyInAnyOrder(
                        "host", "content-type", "content-length", "accept", "accept-encoding", "user-agent")
                .doesNotContain("upgrade", "authorization");
        assertThat(asked.header("user-agent")).startsWith("ephemint-java/");
    }

    @Test
    void usesTheGivenHttpClient() {
        RawRequest asked = sentBy(unit.httpClient(HttpClient.newHttpClient()));

        assertThat(asked.header("upgrade")).isEqualTo("h2c");
    }

    private static RawRequest sentBy(EphemintClientBuilder builder) {
        try (FakeHttpServer service = Fixtures.minting()) {
            builder.baseUrl(service.url()).build().createClientSecret(Fixtures.request());
            return service.requests().get(0);
        }
    }
}
