package dev.ephemint.server.mint;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A caller's request in the nested GA shape: the one inner shape, with unknown members and nulls intact.
 *
 * <p>Its trees are shared and not copied, so they are read-only: {@link #copyOfBody} is for changes.
 *
 * @param body {@code {expires_after?, session?, ...}}; from now on the request's own
 * @param context who asks, and what came beside the body
 * @param safetyIdentifier the caller's {@code OpenAI-Safety-Identifier}, or null
 * @param warnings warnings for the caller, returned with the token
 */
public record MintRequest(
        ObjectNode body, MintContext context, @Nullable String safetyIdentifier, List<MintWarning> warnings) {

    private static final JsonPointer TYPE = JsonPointer.compile("/session/type");
    private static final JsonPointer SESSION_MODEL = JsonPointer.compile("/session/model");
    private static final JsonPointer TRANSCRIPTION_MODEL =
            JsonPointer.compile("/session/audio/input/transcription/model");

    /** Those of the code, the model rules and the policies, so they are few. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private static final Map<String, JsonPointer> PATHS = new ConcurrentHashMap<>();

    public MintRequest {
        warnings = List.copyOf(warnings);
    }

    public static MintRequest of(ObjectNode body) {
        return new MintRequest(body, MintContext.anonymous(), null, List.of());
    }

    /** A copy of the body, which may be changed. */
    public ObjectNode copyOfBody() {
        return body.deepCopy();
    }

    /**
     * The node at a JSON pointer of the body; a missing node if there is none.
     *
     * @param pointer nothing that a caller wrote
     */
    public JsonNode at(String pointer) {
        return body.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
    }

    /**
     * The member at a path, {@code session.model} for example; a missing node if there is none.
     *
     * @param path nothing that a caller wrote
     */
    public JsonNode member(String path) {
        return body.at(pointer(path));
    }

    /**
     * What has the member at a path, or would have it.
     *
     * @param path nothing that a caller wrote
     */
    public JsonNode holder(String path) {
        return body.at(pointer(path).head());
    }

    private static JsonPointer pointer(String path) {
        return PATHS.computeIfAbsent(path, dotted -> JsonPointer.compile("/" + dotted.replace('.', '/')));
    }

    /** {@code realtime}, {@code transcription}, any other value that was sent, or empty. */
    public Optional<String> sessionType() {
        return text(TYPE);
    }

    public boolean isTranscription() {
        return sessionType().filter("transcription"::equals).isPresent();
    }

    /** The model at the top of a realtime session. */
    public Optional<String> sessionModel() {
        return text(SESSION_MODEL);
    }

    /** The model that transcribes. */
    public Optional<String> transcriptionModel() {
        return text(TRANSCRIPTION_MODEL);
    }

    /** @param other from now on the request's own */
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

    private Optional<String> text(JsonPointer pointer) {
        return Optional.ofNullable(body.at(pointer).textValue());
    }

    /** Instructions and tools may hold what the caller keeps to itself, so the body is not printed. */
    @Override
    public String toString() {
        return "MintRequest[context=" + context + ", sessionType=" + sessionType() + ", warnings=" + warnings + "]";
    }
}
