package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.client.TokenSource;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionHeader;
import dev.ephemint.contract.model.ConnectionWebSocket;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionSocketBuilderTest {

    private static final String KEY = "Planted4711Key";

    private final TranscriptionSocketBuilder unit = TranscriptionSocket.builder(tokens(new ClientSecret().value(KEY)));

    @Test
    void rejectsAnHttpClientThatFollowsRedirects() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> unit.httpClient(following)).hasMessageContaining("redirects");
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> unit.maxSendsInFlight(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit.maxReconnects(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit.keepAlive(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsAClientSecretWithoutConnect() {
        assertThatThrownBy(unit::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the client secret has no connect.websocket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://localhost:1/v1/realtime", "https://localhost:1/", "not a url", "ws://:1:2"})
    void failureToConnectDoesNotContainTheToken(String url) {
        ClientSecret secret = new ClientSecret()
                .value(KEY)
                .connect(new Connection()
                        .websocket(new ConnectionWebSocket()
                                .url(url)
                                .header(new ConnectionHeader()
                                        .name("Authorization")
                                        .value("Bearer {value}"))));

        assertThatThrownBy(() -> TranscriptionSocket.open(tokens(secret), new RecordingListener()))
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY));
    }

    private static TokenSource tokens(ClientSecret secret) {
        return TokenSource.of(() -> CompletableFuture.completedFuture(secret), Clock.systemUTC());
    }
}
