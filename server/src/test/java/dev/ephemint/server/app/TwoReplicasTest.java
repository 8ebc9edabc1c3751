package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.admission.redis.RedisProcess;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two facades and one real Redis: each limit holds for both together, and through the death of the Redis as it is configured. */
class TwoReplicasTest {

    private static final int LIMIT = 20;

    private final Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    TwoReplicasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void holdOneLimitExactlyUnderConcurrentLoad() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                Facade one = replica(redis, Map.of());
                Facade other = replica(redis, Map.of())) {
            List<HttpResponse<String>> responses = together(one, other, 6 * LIMIT);

            assertThat(minted(responses)).isEqualTo(LIMIT);
            assertThat(responses)
                    .filteredOn(response -> response.statusCode() != 200)
                    .allSatisfy(TwoReplicasTest::namesTheLimit);
            assertThat(responses)
                    .filteredOn(response -> response.statusCode() == 200)
                    .extracting(response -> response.headers()
                            .firstValue("ratelimit")
                            .orElse("")
                            .replaceFirst(".*;(r=\\d+);.*", "$1"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void mintNothingWhileRedisIsAwayAndRecoverByThemselves() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder, "--appendonly", "yes", "--appendfsync", "always");
                Facade one = replica(redis, Map.of());
                Facade other = replica(redis, Map.of())) {
            long before = minted(together(one, other, LIMIT / 2));
            redis.kill();
            List<HttpResponse<String>> during = together(one, other, 4 * LIMIT);
            redis.restart();
            recovered(one);
            recovered(other);
            long after = minted(together(one, other, 4 * LIMIT));

            assertThat(during).allMatch(response -> response.statusCode() == 503);
            assertThat(code(during.get(0))).isEqualTo("admission_unavailable");
            assertThat(before).isEqualTo(LIMIT / 2);
            // What asked whether the service had recovered minted, too: at most one token for each replica.
            assertThat(before + after).isBetween(LIMIT - 2L, (long) LIMIT);
        }
    }

    @Test
    void applyTheirPartsWhileRedisIsAway() throws Exception {
        Path audit = folder.resolve("audit.jsonl");
        Map<String, String> local = Map.of("admission.when-away", "local", "admission.replicas", "2");
        Map<String, String> recorded = new HashMap<>(local);
        recorded.put("audit.file", audit.toString());
        try (RedisProcess redis = RedisProcess.start(folder);
                Facade one = replica(redis, recorded);
                Facade other = replica(redis, local)) {
            redis.kill();

            assertThat(minted(together(one, other, 6 * LIMIT))).isEqualTo(LIMIT);
        }
        assertThat(Files.readAllLines(audit))
                .hasSize(LIMIT)
                .allMatch(line -> Fixtures.tree(line).path("mode").asText().equals("local"));
    }

    @Test
    void withoutPersistenceARestartForgetsOneLimitAtMost() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                Facade one = replica(redis, Map.of());
                Facade other = replica(redis, Map.of())) {
            long before = minted(together(one, other, 2 * LIMIT));
            redis.kill();
            redis.restart();
            recovered(one);
            recovered(other);
            long after = minted(together(one, other, 4 * LIMIT));

            assertThat(before).isEqualTo(LIMIT);
            assertThat(after).isBetween(LIMIT - 2L, (long) LIMIT);
        }
    }

    @Test
    void anIdempotencyKeyMintsOnceOnAllReplicas() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                Facade one = replica(redis, Map.of());
                Facade other = replica(redis, Map.of())) {
            HttpResponse<String> first = http.send(mint(one, "key-1"), BodyHandlers.ofString());
            HttpResponse<String> again = http.send(mint(other, "key-1"), BodyHandlers.ofString());

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(code(again)).isEqualTo("idempotency_key_used");
            assertThat(again.headers().firstValue("x-should-retry")).contains("false");
        }
    }

    private Facade replica(RedisProcess redis, Map<String, String> more) throws IOException {
        String yaml = """
                policies:
                  anonymous:
                    limits:
                      caller:
                        windows: [{requests: %d, per: 1h}]
                """.formatted(LIMIT);
        Path file = Files.writeString(Files.createTempFile(folder, "config", ".yaml"), yaml);
        Map<String, String> given = new HashMap<>(Map.of(
                "server.port", "0",
                "admission.redis-url", redis.uri().toString(),
                "admission.timeout", "PT5S"));
        given.putAll(more);
        return Facade.start(SettingsReader.read(new Sources(given, Map.of(), Optional.of(file), false)));
    }

    private List<HttpResponse<String>> together(Facade one, Facade other, int requests) {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            calls.add(http.sendAsync(mint(i % 2 == 0 ? one : other, ""), BodyHandlers.ofString()));
        }
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** Asks until the store is asked again, which is a second after it went away. */
    private void recovered(Facade facade) throws Exception {
        HttpResponse<String> response = http.send(mint(facade, ""), BodyHandlers.ofString());
        while (response.statusCode() == 503) {
            response = http.send(mint(facade, ""), BodyHandlers.ofString());
        }
    }

    private static HttpRequest mint(Facade facade, String idempotencyKey) {
        URI uri = facade.uri().resolve("/v1/realtime/client_secrets");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                                + "{\"model\":\"gpt-4o-transcribe\"}}}}}"));
        return idempotencyKey.isEmpty()
                ? request.build()
                : request.header("idempotency-key", idempotencyKey).build();
    }

    private static long minted(List<HttpResponse<String>> responses) {
        return responses.stream()
                .filter(response -> response.statusCode() == 200)
                .count();
    }

    private static void namesTheLimit(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(code(response)).isEqualTo("caller_limit_reached");
        assertThat(response.headers().firstValue("ratelimit-policy")).contains("\"caller-3600s\";q=20;w=3600");
        assertThat(response.headers().firstValue("ratelimit").orElse("")).startsWith("\"caller-3600s\";r=0;t=3");
        assertThat(response.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(3_500L, 3_660L);
    }

    private static String code(HttpResponse<String> response) {
        try {
            return ContractJson.mapper()
                    .readTree(response.body())
                    .at("/error/code")
                    .asText();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
