package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.testing.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of steady load with callers, limits, metrics and audit: memory, threads and files stay as they are. */
@Tag("nightly")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class SoakTest {

    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);
    private static final int SAMPLES = (int) LENGTH.dividedBy(BETWEEN_SAMPLES);

    /** Of the samples, while code is compiled and pools fill. */
    private static final int WARM_UP = SAMPLES * 3 / 10;

    private static final int REQUESTS_PER_SAMPLE = 200;
    private static final String BODY = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final CallerKey key = CallerKey.random();
    private final int metricsPort = freePort();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Path folder;

    SoakTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @Test
    void nothingGrows() throws Exception {
        Vitals vitals = new Vitals();
        try (JavaProcess vendor = JavaProcess.start(SlowVendor.class, "PT0S");
                JavaProcess service = service(vendor)) {
            URI mints = service.address().resolve("/v1/realtime/client_secrets");
            URI metrics = URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
            for (int i = 0; i < SAMPLES; i++) {
                load(mints);
                collect(service.pid());
                vitals.add(get(metrics));
            }
        }
        System.out.println("soak, JDK " + Runtime.version().feature() + ": responses " + statuses + "; "
                + vitals.summary(WARM_UP));
        assertThat(statuses).containsOnlyKeys(200, 401, 429);
        vitals.areFlat(WARM_UP);
    }

    private JavaProcess service(JavaProcess vendor) throws Exception {
        String yaml = """
                callers:
                  web: {policy: limited, keys: [%s]}
                policies:
                  limited:
                    limits:
                      caller:
                        windows: [{requests: 100, per: 10s}]
                """.formatted(TestKeys.entry(key));
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.port",
                "0",
                "upstream.url",
                "http://127.0.0.1:" + vendor.await(SlowVendor.PORT),
                "openai.api-key",
                "sk-of-the-soak",
                "metrics.enabled",
                "true",
                "metrics.port",
                Integer.toString(metricsPort),
                "auth.pepper",
                TestKeys.PEPPER,
                "audit.file",
                folder.resolve("audit.jsonl").toString()));
        return JavaProcess.service(settings, Files.writeString(folder.resolve("config.yaml"), yaml));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Evenly over the time between two samples. */
    private void load(URI mints) throws Exception {
        Duration pause = BETWEEN_SAMPLES.dividedBy(REQUESTS_PER_SAMPLE);
        long begun = System.nanoTime();
        for (int i = 0; i < REQUESTS_PER_SAMPLE; i++) {
            HttpRequest request = HttpRequest.newBuilder(mints)
                    .header("content-type", "application/json")
                    .header("api-key", i % 20 == 0 ? TestKeys.forged(key).reveal() : key.reveal())
                    .POST(BodyPublishers.ofString(BODY))
                    .build();
            statuses.merge(http.send(request, BodyHandlers.discarding()).statusCode(), 1, Integer::sum);
            TimeUnit.NANOSECONDS.sleep(begun + pause.multipliedBy(i + 1L).toNanos() - System.nanoTime());
        }
    }

    /** A whole collection, so that only what is reachable counts. */
    private static void collect(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process collection = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(collection.waitFor()).isZero();
    }

    private String get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
