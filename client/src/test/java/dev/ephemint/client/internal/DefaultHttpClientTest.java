package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.SelfSigned;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultHttpClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * If a later JDK gives the thread another name, every exchange is handed over once more. A response that comes before its
     * caller waits is read by the caller.
     */
    @Test
    void readsTheResponseInTheThreadOfTheSocket() throws Exception {
        List<String> readers = new CopyOnWriteArrayList<>();
        try (FakeHttpServer service = new FakeHttpServer(Reply.of(200, "body"))) {
            URI uri = URI.create(service.url());
            HttpClient client = DefaultHttpClient.builder(uri, TIMEOUT).build();

            for (int i = 0; i < 100; i++) {
                var unused = client.send(get(uri), info -> {
                    readers.add(Thread.currentThread().getName());
                    return BodySubscribers.discarding();
                });
            }
        }
        String caller = Thread.currentThread().getName();
        assertThat(readers)
                .anyMatch(name -> name.endsWith("SelectorManager"))
                .allMatch(name -> name.endsWith("SelectorManager") || name.equals(caller));
    }

    /** The start of an asynchronous call may look up a host. */
    @Test
    void beginsAnAsynchronousCallInAnotherThread() {
        CompletableFuture<Thread> other = new CompletableFuture<>();

        new SelectorFirstExecutor().execute(() -> other.complete(Thread.currentThread()));

        assertThat(other.join()).isNotEqualTo(Thread.currentThread()).matches(Thread::isDaemon);
    }

    @Test
    void hasNoTlsForAPlainUrl() {
        HttpClient client = DefaultHttpClient.builder(URI.create("http://localhost:1"), TIMEOUT)
                .build();

        assertThatIllegalStateException()
                .isThrownBy(client.sslContext()::createSSLEngine)
                .withMessage("This client was built for a plain URL and has no TLS");
    }

    @Test
    void callsOverTls(@TempDir Path directory) throws Exception {
        SelfSigned identity = SelfSigned.in(directory, "EC");
        HttpsServer service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write(new byte[] {'b', 'o', 'd', 'y'});
            exchange.close();
        });
        service.start();
        try {
            URI uri = URI.create("https://localhost:" + service.getAddress().getPort());
            HttpClient client = DefaultHttpClient.builder(uri, TIMEOUT)
                    .sslContext(identity.context())
                    .build();

            for (int i = 0; i < 20; i++) {
                assertThat(client.send(get(uri), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .isEqualTo("body");
            }
        } finally {
            service.stop(0);
        }
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }
}
