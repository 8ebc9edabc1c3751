package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.upstream.DialectMint;
import dev.ephemint.server.upstream.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Makes dry runs of mints before the service listens, so that no caller waits for what happens only once: classes are loaded, the
 * contract's schema is compiled. The vendor's reply is a constant: nothing is sent, signed, logged, counted or recorded.
 */
final class WarmUp {

    /** The first loads; more delay the start and do not make the first second faster (record 47). */
    private static final int ROUNDS = 2;

    private static final int LIFETIME = 600;

    private static final List<String> PATHS =
            List.of("v1/realtime/client_secrets", "v1/realtime/transcription_sessions");

    /** Each is accepted by one of the two operations, and the other one's rejection is run as well. */
    private static final List<String> REQUESTS = List.of("""
            {"session": {"type": "transcription", "audio": {"input": {"format": {"type": "audio/pcm", "rate": 24000},
             "transcription": {"model": "gpt-4o-transcribe", "language": "en"}, "noise_reduction": {"type": "near_field"},
             "turn_detection": {"type": "server_vad", "threshold": 0.5}}}, "x_unknown": {"list": [null, 1.5]}}}""", """
            {"input_audio_format": "pcm16", "input_audio_transcription": {"model": "gpt-4o-transcribe"},
             "turn_detection": {"type": "server_vad", "threshold": 0.5}}""");

    private final LocalEdge edge;

    private WarmUp(LocalEdge edge) {
        this.edge = edge;
    }

    static WarmUp of(Application application) {
        UpstreamReply reply = reply(application);
        Exchange constant = (call, deadline) -> reply;
        Mint mint = Policy.chain(application.policies(application.chain(), List.of()).stream()
                        .filter(policy -> !policy.name().equals(Application.AUDIT))
                        .map(NamedPolicy::policy)
                        .toList())
                .around(new DialectMint(application.upstream().dialect(), Map::of, constant));
        return new WarmUp(new LocalEdge(application.edge(mint)));
    }

    private static UpstreamReply reply(Application application) {
        long expiry = application.clock().instant().getEpochSecond() + LIFETIME;
        ObjectNode secret =
                JsonNodeFactory.instance.objectNode().put("value", "ek_dry_run").put("expires_at", expiry);
        ObjectNode body = application.upstream().dialect().isFlat()
                ? JsonNodeFactory.instance.objectNode().set("client_secret", secret)
                : secret.set("session", JsonNodeFactory.instance.objectNode().put("type", "transcription"));
        return new UpstreamReply(
                200, Map.of("date", "Fri, 27 Nov 2026 12:00:00 GMT", "x-request-id", "req_dry_run"), body.toString());
    }

    /** Returns the statuses of the last round: one response for each request at each operation. */
    List<Integer> run() {
        List<Integer> statuses = List.of();
        for (int i = 0; i < ROUNDS; i++) {
            statuses = REQUESTS.stream()
                    .map(request -> request.getBytes(StandardCharsets.UTF_8))
                    .flatMap(request -> PATHS.stream().map(path -> edge.dryRun(path, request)))
                    .toList();
        }
        return statuses;
    }
}
