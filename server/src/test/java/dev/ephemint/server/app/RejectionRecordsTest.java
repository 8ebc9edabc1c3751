package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestKeys;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RejectionRecordsTest {

    private static final String ALLOWED = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";
    private static final String BEYOND = "{\"session\":{\"type\":\"realtime\",\"model\":\"gpt-realtime\"}}";

    private final CallerKey key = CallerKey.random();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path file;
    private final Path mints;

    RejectionRecordsTest(@TempDir Path folder) {
        this.file = folder.resolve("rejected.jsonl");
        this.mints = folder.resolve("mints.jsonl");
    }

    @Test
    void recordsEachRequestThatIsRejectedBecauseOfItsCaller() throws Exception {
        try (Facade facade = Facade.start(settings(Map.of("audit.rejected-file", file.toString())))) {
            assertThat(mint(facade, "", ALLOWED)).isEqualTo(401);
            assertThat(mint(facade, "Bearer ek_planted_token", ALLOWED)).isEqualTo(401);
            assertThat(mint(facade, bearer(), BEYOND)).isEqualTo(403);
            assertThat(mint(facade, bearer(), ALLOWED)).isEqualTo(200);
            assertThat(mint(facade, bearer(), ALLOWED)).isEqualTo(429);
        }

        List<JsonNode> records = Fixtures.records(file);
        assertThat(records)
                .extracting(record -> record.path("failure").asText())
                .containsExactly("no_credential", "minted_token", "NotPermitted", "LimitReached");
        assertThat(records)
                .allSatisfy(record -> assertThat(record.path("event").asText()).isEqualTo("rejected"));
        assertThat(records.get(0).fieldNames()).toIterable().containsExactly("event", "id", "time", "failure");
        assertThat(records.get(2).path("caller").asText()).isEqualTo("web");
        assertThat(records.get(2).path("model").asText()).isEqualTo("gpt-realtime");
        assertThat(Files.readString(file)).doesNotContain(key.whole().reveal()).doesNotContain("ek_planted_token");
        assertThat(Fixtures.records(mints))
                .extracting(record -> record.path("event").asText())
                .containsExactly("admitted", "minted");
    }

    @Test
    void recordsNothingUnlessAFileIsNamed() throws Exception {
        try (Facade facade = Facade.start(settings(Map.of()))) {
            assertThat(mint(facade, "", ALLOWED)).isEqualTo(401);
        }

        assertThat(file).doesNotExist();
        assertThat(Fixtures.records(mints)).isEmpty();
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("server.port", "0");
        settings.put("audit.file", mints.toString());
        settings.put("auth.pepper", TestKeys.PEPPER);
        settings.put("callers", "{web: {policy: captions, keys: [" + TestKeys.entry(key) + "]}}");
        settings.put(
                "policies",
                "{captions: {models: [gpt-4o-transcribe], limits: {caller: {windows: [{requests: 1, per: 1h}]}}}}");
        return settings;
    }

    private String bearer() {
        return "Bearer " + key.whole().reveal();
    }

    private int mint(Facade facade, String authorization, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
