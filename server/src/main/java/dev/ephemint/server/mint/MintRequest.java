package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A caller's request in the nested GA shape: the one inner shape, with unknown members and nulls intact.
 *
 * @param body {@code {expires_after?, session?, ...}}
 * @param context who asks, and what came beside the body
 * @param safetyIdentifier the caller's {@code OpenAI-Safety-Identifier}, or null
 * @param warnings warnings for the caller, returned with the token
 */
public record MintRequest(
        ObjectNode body, MintContext context, @Nullable String safetyIdentifier, List<MintWarning> warnings) {

    private static final String TRANSCRIPTION = "/session/audio/input/transcription";

    public MintRequest {
        body = body.deepCopy();
        warnings = List.copyOf(warnings);
    }

    public static MintRequest of(ObjectNode body) {
        return new MintRequest(body, MintContext.anonymous(), null, List.of());
    }

    /** A copy: a request is immutable. */
    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** The node at a JSON pointer of the body; a missing node if there is none. */
    public JsonNode at(String pointer) {
        return body.at(pointer).deepCopy();
    }

    /** {@code realtime}, {@code transcription}, any other value that was sent, or empty. */
    public Optional<String> sessionType() {
        return text("/session/type");
    }

    public boolean isTranscription() {
        return sessionType().filter("transcription"::equals).isPresent();
    }

    /** The model at the top of a realtime session. */
    public Optional<String> sessionModel() {
        return text("/session/model");
    }

    /** The model that transcribes. */
    public Optional<String> transcriptionModel() {
        return text(TRANSCRIPTION + "/model");
    }

    public MintRequest withBody(ObjectNode other) {
        return new MintRequest(other, context, safetyIdentifier, warnings);
    }

    public MintRequest withContext(MintContext other) {
        return new MintRequest(body, other, safetyIdentifier, warnings);
    }

    public MintRequest withSafetyIdentifier(@Nullable String other) {
        return new MintRequest(body, context, other, warnings);
    }

    public MintRequest withWarning(MintWarning warning) {
        List<MintWarning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new MintRequest(body, context, safetyIdentifier, more);
    }

    /** Whom the caller asks for: as its credential says, otherwise by the safety identifier. */
    public Optional<String> endUser() {
        return context.caller().endUser().or(() -> Optional.ofNullable(safetyIdentifier));
    }

    private Optional<String> text(String pointer) {
        return Optional.of(body.at(pointer)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Instructions and tools may hold what the caller keeps to itself, so the body is not printed. */
    @Override
    public String toString() {
        return "MintRequest[context=" + context + ", sessionType=" + sessionType() + ", warnings=" + warnings + "]";
    }
}
