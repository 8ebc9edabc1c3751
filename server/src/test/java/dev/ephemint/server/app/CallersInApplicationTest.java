package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.http.Listener;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallersInApplicationTest {

    private final CallerKey key = CallerKey.random();

    @Test
    void aCallersCredentialNeverGoesUpstream() throws Exception {
        Settings settings = SettingsReader.read(Sources.of(
                Map.of("auth.pepper", TestKeys.PEPPER, "callers", "{web: {keys: [" + TestKeys.entry(key) + "]}}")));
        Application application =
                new Application(settings, Upstream.example(settings), ModelRules.builtIn(), Clock.systemUTC());
        List<UpstreamCall> sent = new ArrayList<>();
        Mint mint = application.mint((call, deadline) -> {
            sent.add(call);
            return new UpstreamReply(
                    200,
                    Map.of(),
                    "{\"value\":\"ek_1\",\"expires_at\":" + (Instant.now().getEpochSecond() + 600)
                            + ",\"session\":{\"type\":\"transcription\"}}");
        });
        try (EdgeServer server =
                EdgeServer.start(new Listener("127.0.0.1", 0, Optional.empty()), application.edge(mint))) {
            for (String header : List.of("authorization", "api-key")) {
                int status = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(server.uri().resolve("/v1/realtime/client_secrets"))
                                        .header(header, (header.equals("api-key") ? "" : "Bearer ") + key.reveal())
                                        .header("content-type", "application/json")
                                        .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode();

                assertThat(status).isEqualTo(200);
            }
        }
        assertThat(sent).hasSize(2).allSatisfy(call -> assertThat(call.headers() + " " + call.body())
                .doesNotContain(key.reveal())
                .doesNotContain(key.id()));
    }

    @Test
    void aChangedFileCannotOpenTheService(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("a.yaml"), "callers: {}");
        Settings settings = SettingsReader.read(Sources.ofProcess(Optional.of(file), false));
        AtomicLong time = new AtomicLong();
        Application application = new Application(
                settings,
                new LiveSections(settings.sections(), time::get),
                List.of(Upstream.example(settings)),
                ModelRules.builtIn(),
                Clock.systemUTC());
        var callers = application
                .edge(request -> {
                    throw new AssertionError("not asked");
                })
                .callers();
        ShownCredentials nothing = new ShownCredentials(List.of(), List.of(), Optional.empty());

        Files.writeString(file, "server: {port: 0}");
        time.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThatThrownBy(() -> callers.check(nothing)).hasMessage("NO_CREDENTIAL");
    }

    @Test
    void listensBeyondLoopbackIfCallersAreChecked() {
        Settings settings = SettingsReader.read(
                Sources.of(Map.of("server.host", "0.0.0.0", "server.allowed-hosts", "mint.example", "callers", "{}")));

        assertThat(settings.server().host()).isEqualTo("0.0.0.0");
        assertThat(settings.servesPage()).isFalse();
    }
}
