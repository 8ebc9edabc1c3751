package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which origins the settings and the policies of callers allow. */
final class CorsInApplicationTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final CallerKey key = CallerKey.random();

    /** The caller's policy lists a.example, another policy b.example, the setting c.example. */
    @ParameterizedTest
    @CsvSource({
        "https://a.example, 200, https://a.example, 200",
        "https://b.example, 200, https://b.example, 403",
        "https://c.example, 200, https://c.example, 403",
        "https://d.example, 405, , 403"
    })
    void aPageReadsWhyItsCallersPolicyRefusesIt(String origin, int preflight, String allowed, int mint)
            throws Exception {
        try (Facade facade = Facade.start(Map.of(
                "server.port",
                "0",
                "server.cors-origins",
                "https://c.example",
                "auth.pepper",
                TestKeys.PEPPER,
                "callers",
                "{web: {policy: a, keys: [" + TestKeys.entry(key) + "]}}",
                "policies",
                "{a: {origins: ['https://a.example']}, b: {origins: ['https://b.example']}}"))) {
            assertThat(preflight(facade, origin).statusCode()).isEqualTo(preflight);

            HttpResponse<String> response = mint(facade, origin, key.reveal());

            assertThat(response.statusCode()).isEqualTo(mint);
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .isEqualTo(Optional.ofNullable(allowed));
            assertThat(response.body().contains("origin_not_allowed")).isEqualTo(mint == 403);
        }
    }

    @Test
    void aPageReadsThatItsKeyIsWrong() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("server.port", "0", "auth.pepper", TestKeys.PEPPER));
        settings.put("server.cors-origins", "https://c.example");
        settings.put("callers", "{web: {keys: [" + TestKeys.entry(key) + "]}}");
        try (Facade facade = Facade.start(settings)) {
            HttpResponse<String> response =
                    mint(facade, "https://c.example", CallerKey.random().reveal());

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://c.example");
        }
    }

    @Test
    void theBuiltInSandboxStillRespondsToItsOwnPreflights() throws Exception {
        try (Facade facade = Facade.start(Map.of("server.port", "0", "server.cors-origins", "https://c.example"))) {
            HttpRequest call = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/calls"))
                    .header("origin", "https://d.example")
                    .header("access-control-request-method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build();

            HttpResponse<String> response = CLIENT.send(call, BodyHandlers.ofString());

            assertThat(response.headers().allValues("access-control-allow-origin"))
                    .containsExactly("*");
        }
    }

    @Test
    void withoutListsAndPoliciesNoOriginIsAllowed() {
        Settings settings = SettingsReader.read(Sources.of(Map.of()));

        assertThat(crossOrigins(settings, LiveSections.of(settings.sections()))).isEmpty();
    }

    @Test
    void aChangedPolicyCountsWithoutARestart(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("a.yaml"), policy("https://a.example"));
        Settings settings = SettingsReader.read(Sources.ofProcess(Optional.of(file), false));
        AtomicLong time = new AtomicLong();
        Predicate<String> origins = crossOrigins(settings, new LiveSections(settings.sections(), time::get))
                .orElseThrow();
        assertThat(origins).accepts("https://a.example").rejects("https://b.example");

        Files.writeString(file, policy("https://b.example"));
        time.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(origins).accepts("https://b.example").rejects("https://a.example");
    }

    private static String policy(String origin) {
        return "policies: {anonymous: {origins: ['" + origin + "']}}";
    }

    private static Optional<Predicate<String>> crossOrigins(Settings settings, LiveSections sections) {
        return new Application(
                        settings,
                        sections,
                        List.of(Upstream.example(settings)),
                        ModelRules.builtIn(),
                        Clock.systemUTC())
                .edge(request -> {
                    throw new AssertionError("not asked");
                })
                .settings()
                .crossOrigins();
    }

    private static HttpResponse<String> preflight(Facade facade, String origin) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                        .header("origin", origin)
                        .header("access-control-request-method", "POST")
                        .header("access-control-request-headers", "authorization,content-type")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> mint(Facade facade, String origin, String key) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                        .header("origin", origin)
                        .header("authorization", "Bearer " + key)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
