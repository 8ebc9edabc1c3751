package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApplicationTest {

    private static final String KEY = "sk-planted";
    private static final String NESTED_RESPONSE =
            "{\"value\":\"ek_example\",\"expires_at\":1790000600,\"session\":{\"type\":\"transcription\"}}";
    private static final String FLAT_RESPONSE =
            "{\"client_secret\":{\"value\":\"ek_example\",\"expires_at\":1790000600}}";

    private final List<UpstreamCall> calls = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "openai,https://vendor.example/v1,https://vendor.example/v1/realtime/client_secrets,authorization",
        "openai-beta,https://vendor.example,https://vendor.example/v1/realtime/transcription_sessions,authorization",
        "azure,https://vendor.example/openai/v1,https://vendor.example/openai/v1/realtime/client_secrets,api-key"
    })
    void signsTheMintAndSetsALifetime(String dialect, String pasted, String called, String header) throws Exception {
        Edge edge = edge(dialect, pasted);

        MintedToken token = edge.mint().mint(transcription("gpt-live-transcribe"));

        assertThat(token.connection().dialect()).isEqualTo(dialect);
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.uri()).hasToString(called);
            assertThat(call.headers()).containsOnlyKeys(header);
            assertThat(call.body().findValue("seconds").asInt()).isEqualTo(600);
        });
    }

    @Test
    void setsNoLifetimeForAzurePreview() throws Exception {
        edge("azure-preview", "https://vendor.example").mint().mint(transcription("gpt-4o-transcribe"));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.uri())
                    .hasToString("https://vendor.example/openai/realtimeapi/transcription_sessions"
                            + "?api-version=2025-04-01-preview");
            assertThat(call.body().findValue("expires_after")).isNull();
        });
    }

    @Test
    void sendsNothingThatAModelRuleRejects() throws Exception {
        Edge edge = edge("openai", "https://vendor.example");
        MintRequest request = MintRequest.of(json("""
                {"session":{"type":"transcription","audio":{"input":{
                  "transcription":{"model":"gpt-live-transcribe"},"turn_detection":{"type":"server_vad"}}}}}
                """));

        assertThatThrownBy(() -> edge.mint().mint(request))
                .isInstanceOfSatisfying(MintFailedException.class, failed -> assertThat(failed.failure())
                        .isInstanceOf(InvalidRequest.class));
        assertThat(calls).isEmpty();
    }

    @Test
    void acceptsLoopbackHostsOnlyWhileListeningOnLoopback() {
        Edge edge = edge(Map.of("server.allowed-hosts", "Mint.example"));

        assertThat(List.of("localhost", "127.0.0.1", "[::1]", "mint.example", "MINT.example"))
                .allMatch(edge.settings().hosts());
        assertThat(List.of("", "example", "x.mint.example"))
                .noneMatch(edge.settings().hosts());
    }

    @Test
    void acceptsAnyHostWhenNotListeningOnLoopback() {
        Settings open = SettingsReader.read(new Sources(
                given("openai", "https://vendor.example", Map.of("server.host", "0.0.0.0")),
                Map.of(),
                Optional.empty(),
                true));

        assertThat(List.of("localhost", "mint.example", ""))
                .allMatch(edge(application(open)).settings().hosts());
    }

    @Test
    void acceptsConfiguredHostsOnlyWhenNotListeningOnLoopback() {
        Settings open = SettingsReader.read(new Sources(
                given(
                        "openai",
                        "https://vendor.example",
                        Map.of("server.host", "0.0.0.0", "server.allowed-hosts", "my_mint")),
                Map.of(),
                Optional.empty(),
                true));

        assertThat(List.of("localhost", "my_mint"))
                .allMatch(edge(application(open)).settings().hosts());
        assertThat(List.of("rebound.example", ""))
                .noneMatch(edge(application(open)).settings().hosts());
    }

    @Test
    void toStringHidesTheKey() {
        Settings settings = SettingsReader.read(Sources.of(given("openai", "https://vendor.example", Map.of())));
        Application application = application(settings);

        assertThat(List.of(application, application.upstream(), edge(application)))
                .noneMatch(part -> part.toString().contains(KEY));
    }

    private Edge edge(String dialect, String url) {
        return edge(application(SettingsReader.read(Sources.of(given(dialect, url, Map.of())))));
    }

    private Edge edge(Map<String, String> more) {
        return edge(application(SettingsReader.read(
                new Sources(given("openai", "https://vendor.example", more), Map.of(), Optional.empty(), true))));
    }

    private Application application(Settings settings) {
        Upstream upstream = Upstream.of(settings, settings.upstream().url().orElseThrow());
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);
        return new Application(settings, upstream, ModelRules.builtIn(), clock);
    }

    private Edge edge(Application application) {
        boolean flat = application.settings().upstream().dialect().toString().matches("openai-beta|azure-preview");
        return application.edge(application.mint((call, deadline) -> {
            calls.add(call);
            return new UpstreamReply(200, Map.of(), flat ? FLAT_RESPONSE : NESTED_RESPONSE);
        }));
    }

    private static Map<String, String> given(String dialect, String url, Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("upstream.dialect", dialect);
        given.put("upstream.url", url);
        given.put(dialect.startsWith("azure") ? "azure.api-key" : "openai.api-key", KEY);
        return given;
    }

    private static MintRequest transcription(String model) throws Exception {
        return MintRequest.of(
                json("{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\""
                        + model + "\"}}}}}"));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) ContractJson.mapper().readTree(text);
    }
}
