package dev.ephemint.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.client.internal.BaseUrl;
import dev.ephemint.client.internal.BufferingHttpClient;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Common parts of the tests of the client. */
public final class Fixtures {

    public static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    static final String MINTED =
            "{\"value\":\"ek_example_minted\",\"expires_at\":1790000600,\"session\":{\"type\":\"transcription\"}}";

    private Fixtures() {}

    /** A service that mints the same secret for every request. */
    static FakeHttpServer minting() {
        return new FakeHttpServer(Reply.json(200, MINTED));
    }

    /** A client on which no time passes, and whose backoff is not shortened at random. */
    static EphemintClientBuilder client(String url, FakeTimer timer) {
        return EphemintClient.builder()
                .baseUrl(url)
                .timeout(FakeTimer.TIMEOUT)
                .timer(timer)
                .clock(NOON)
                .random(() -> 0);
    }

    /** Single attempts, without a key. */
    static Service service(FakeHttpServer fake) {
        BufferingHttpClient exchange =
                new BufferingHttpClient(HttpClient.newHttpClient(), NOON, UnreadableResponseException::new);
        return new Service(exchange, BaseUrl.of(fake.url()), null, NOON);
    }

    static ClientSecretRequest request() {
        return new ClientSecretRequest();
    }

    static String envelope(String type, String code, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":\"" + code
                + "\"}}";
    }

    /** The exception of a client without retries for a reply. */
    static EphemintException failure(Reply reply) {
        try (FakeHttpServer service = new FakeHttpServer(reply)) {
            EphemintClient client =
                    client(service.url(), new FakeTimer()).maxRetries(0).build();
            return catchThrowableOfType(EphemintException.class, () -> client.createClientSecret(request()));
        }
    }

    /** An exception's message without the port of a test's server. */
    public static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).replaceAll("localhost:\\d+", "localhost:PORT");
    }
}
