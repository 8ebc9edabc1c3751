package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.DialectMint;
import dev.ephemint.server.upstream.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of requests, calls, replies and tokens are shared and not copied: no policy and no dialect may change them. */
final class SharedTreesTest {

    private static final String POLICIES =
            "{anonymous: {unknown-members: allow, lifetime: {max-seconds: 60, on-violation: cap},"
                    + " members: {session.audio.input.transcription.prompt: {absent: true, on-violation: cap}}}}";

    private static final String NESTED = """
            {"session": {"type": "transcription", "include": null, "x_unknown": [{"y": null}], "audio": {"input": {
            "format": {"type": "audio/pcm", "rate": 24000}, "noise_reduction": null, "transcription":
            {"model": "gpt-4o-transcribe", "language": null, "prompt": "Ada"}, "turn_detection": {"type": "server_vad",
            "idle_timeout_ms": null}}}}}""";

    private static final String REALTIME = """
            {"session": {"type": "realtime", "model": "gpt-realtime", "tools": [{"type": "function", "name": "f"}]}}""";

    private static final String FLAT = """
            {"input_audio_format": "pcm16", "modalities": ["text"],
            "input_audio_transcription": {"language": null}, "turn_detection": {"type": "server_vad"}}""";

    private final Closer closer = new Closer();
    private final List<Shared> shared = new ArrayList<>();

    /** A tree as it is and as it was. */
    private record Shared(String name, JsonNode tree, JsonNode before) {}

    @AfterEach
    void close() {
        closer.close();
    }

    @ParameterizedTest
    @CsvSource({"openai", "openai-beta", "azure", "azure-preview"})
    void stayUnchanged(String dialect) {
        Application application = application(dialect);
        LocalEdge edge = new LocalEdge(application.edge(observed(application)));

        for (String body : List.of(NESTED, REALTIME)) {
            edge.post("v1/realtime/client_secrets", body.getBytes(StandardCharsets.UTF_8));
        }
        edge.post("v1/realtime/transcription_sessions", FLAT.getBytes(StandardCharsets.UTF_8));

        assertThat(shared).extracting(Shared::name).contains("call", "reply", "token of caller");
        assertUnchanged();
    }

    @Test
    void noticesAPolicyThatChangesARequest() {
        Mint mint = observed("changed", request -> {
            request.body().removeAll();
            throw new IllegalStateException();
        });

        assertThatThrownBy(() -> mint.mint(Fixtures.request("{'session':{'type':'realtime'}}")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::assertUnchanged).isInstanceOf(AssertionError.class);
    }

    private void assertUnchanged() {
        assertThat(shared)
                .allSatisfy(one -> assertThat(one.tree()).as(one.name()).isEqualTo(one.before()));
    }

    private Application application(String dialect) {
        Map<String, String> given =
                new HashMap<>(Map.of("upstream.dialect", dialect, "mint.repair", "true", "policies", POLICIES));
        if (dialect.startsWith("azure")) {
            given.put("azure.deployments", "gpt-4o-transcribe=scribe,gpt-realtime=talk");
        }
        return Application.of(SettingsReader.read(Sources.of(given)), closer, Clock.systemUTC());
    }

    private Mint observed(Application application) {
        Exchange sending = application.chain().exchange(closer);
        Exchange exchange = (call, deadline) -> {
            share("call", call.body());
            return sending.send(call, deadline);
        };
        Policy replies = next -> request -> {
            MintedToken token = next.mint(request);
            share("reply", token.response());
            return token;
        };
        Mint mint = replies.around(new DialectMint(
                application.upstream().dialect(), application.upstream().credential(), exchange));
        List<NamedPolicy> policies = application.servicePolicies();
        for (int i = policies.size() - 1; i >= 0; i--) {
            mint = observed(policies.get(i).name(), policies.get(i).policy().around(mint));
        }
        return mint;
    }

    private Mint observed(String name, Mint mint) {
        return request -> {
            share("request to " + name, request);
            MintedToken token = mint.mint(request);
            share("token of " + name, token.response());
            token.connection().firstEvents().forEach(event -> share("event of " + name, event));
            return token;
        };
    }

    private void share(String name, MintRequest request) {
        share(name, request.body());
    }

    private void share(String name, JsonNode tree) {
        shared.add(new Shared(name, tree, tree.deepCopy()));
    }
}
