package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.redis.RedisProcess;
import dev.ephemint.server.testing.JavaProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/** Two processes of the service and one real Redis, of which one after the other is killed under load. */
@Tag("nightly")
final class ReplicasInProcessesTest {

    private static final int LIMIT = 400;
    private static final int CALLERS = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;

    ReplicasInProcessesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What was admitted and not minted stays counted: a limit may cost a caller a token, and never the operator one. */
    @Test
    void theLimitIsExactThroughTheDeathOfAReplica() throws Exception {
        try (JavaProcess vendor = JavaProcess.start(SlowVendor.class, "PT0.02S");
                RedisProcess redis = RedisProcess.start(folder, "--appendonly", "yes");
                JavaProcess one = replica(vendor, redis);
                JavaProcess other = replica(vendor, redis);
                SteadyCallers callers = SteadyCallers.start(CALLERS, one.address(), other.address())) {
            callers.awaitTokens(LIMIT / 4);
            other.kill();
            callers.awaitTokens(LIMIT / 2);
            try (JavaProcess restarted = replica(vendor, redis)) {
                callers.replace(other.address(), restarted.address());
                callers.awaitStatus(429);
                callers.stop();
            }

            long minted = minted(vendor);
            print("kill -9 of a replica", minted, callers);
            assertThat((long) callers.tokens()).isLessThanOrEqualTo(minted);
            assertThat(minted).isBetween(LIMIT - 2L * CALLERS, (long) LIMIT);
            assertThat(callers.broken()).isEmpty();
            assertThat(admitted(redis)).isEqualTo(LIMIT);
        }
    }

    /** A process that dies loses nothing that it has written to its file; a machine that dies does, within the second. */
    @ParameterizedTest
    @ValueSource(strings = {"always", "everysec"})
    void theLimitIsExactThroughTheDeathOfRedis(String fsync) throws Exception {
        try (JavaProcess vendor = JavaProcess.start(SlowVendor.class, "PT0.02S");
                RedisProcess redis = RedisProcess.start(folder, "--appendonly", "yes", "--appendfsync", fsync);
                JavaProcess one = replica(vendor, redis);
                JavaProcess other = replica(vendor, redis);
                SteadyCallers callers = SteadyCallers.start(CALLERS, one.address(), other.address())) {
            callers.awaitTokens(LIMIT / 4);
            redis.kill();
            callers.awaitStatus(503);
            long before = minted(vendor);
            redis.restart();
            callers.awaitTokens(LIMIT / 2);
            callers.awaitStatus(429);
            callers.stop();

            long minted = minted(vendor);
            print("kill -9 of Redis, appendfsync " + fsync, minted, callers);
            assertThat(before).isLessThan(LIMIT);
            assertThat((long) callers.tokens()).isLessThanOrEqualTo(minted);
            assertThat(minted).isBetween(LIMIT - 2L * CALLERS, (long) LIMIT);
            assertThat(callers.broken()).isEmpty();
            assertThat(admitted(redis)).isBetween(minted, (long) LIMIT);
        }
    }

    private JavaProcess replica(JavaProcess vendor, RedisProcess redis) throws Exception {
        String yaml = """
                policies:
                  anonymous:
                    limits:
                      caller:
                        windows: [{requests: %d, per: 1h}]
                """.formatted(LIMIT);
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.port", "0",
                "upstream.url", "http://127.0.0.1:" + vendor.await(SlowVendor.PORT),
                "openai.api-key", "sk-of-this-test",
                "admission.redis-url", redis.uri().toString(),
                "audit.stream", "true"));
        return JavaProcess.service(settings, Files.writeString(folder.resolve("config.yaml"), yaml));
    }

    /** By the vendor's own count. */
    private long minted(JavaProcess vendor) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + vendor.await(SlowVendor.PORT));
        return Long.parseLong(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }

    /** By the audit records in Redis. */
    private static long admitted(RedisProcess redis) {
        try (Jedis client = redis.client()) {
            return client.xrange("ephemint:1:{anonymous}:audit", (StreamEntryID) null, null).stream()
                    .filter(entry -> "admitted".equals(entry.getFields().get("event")))
                    .count();
        }
    }

    private static void print(String what, long minted, SteadyCallers callers) {
        System.out.println(what + ": limit " + LIMIT + ", minted " + minted + ", responses " + callers.statuses());
    }
}
