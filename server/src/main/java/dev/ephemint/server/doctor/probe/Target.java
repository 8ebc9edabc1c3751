package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.mint.MintRequest;
import java.time.Period;
import java.util.Optional;

/**
 * The upstream that is diagnosed.
 *
 * @param sandbox whether the built-in sandbox stands in for the vendor
 * @param defers whether the service mints without the transcription block if the vendor fails on it
 * @param retirementWarning how long before a model's end to warn of it
 * @param request of the full mint, with a lifetime if the dialect accepts one; its warnings become notes
 */
public record Target(
        Endpoint endpoint,
        boolean sandbox,
        Dialect dialect,
        Credential credential,
        boolean defers,
        Period retirementWarning,
        MintRequest request) {

    /** Long enough for the rest of the examination. */
    static final int LIFETIME = 120;

    /** The fewest members that transcribe: turns are committed by hand, because not every model detects them. */
    public static MintRequest request(String model, boolean sayLifetime) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (sayLifetime) {
            body.putObject("expires_after").put("anchor", "created_at").put("seconds", LIFETIME);
        }
        ObjectNode input = body.putObject("session")
                .put("type", "transcription")
                .putObject("audio")
                .putObject("input");
        input.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
        input.putObject("transcription").put("model", model);
        input.putNull("turn_detection");
        return MintRequest.of(body);
    }

    /** The same without audio. */
    public MintRequest bare() {
        ObjectNode body = request.copyOfBody();
        body.withObject("/session").remove("audio");
        return request.withBody(body);
    }

    public DiagnosisContext context() {
        var update = dialect.sessionUpdate(request).path("session");
        String nested = update.at("/audio/input/transcription/model").asText("");
        String flat = update.at("/input_audio_transcription/model").asText("");
        return new DiagnosisContext(
                Optional.of(dialect),
                String.valueOf(endpoint.base().getHost()),
                nested.isEmpty() ? flat : nested,
                "",
                "");
    }
}
