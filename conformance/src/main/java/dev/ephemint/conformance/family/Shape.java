package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Profile;
import java.util.List;
import java.util.Optional;

/** The two shapes of a mint. */
enum Shape {
    NESTED(MintOperation.createClientSecret),
    FLAT(MintOperation.createTranscriptionSession);

    private final MintOperation operation;

    Shape(MintOperation operation) {
        this.operation = operation;
    }

    static Shape of(MintOperation operation) {
        return operation.isFlat() ? FLAT : NESTED;
    }

    MintOperation operation() {
        return operation;
    }

    boolean isFlat() {
        return this == FLAT;
    }

    /** As ids of checks write it. */
    String word() {
        return isFlat() ? "flat" : "nested";
    }

    List<String> sessionTypes() {
        return isFlat() ? List.of("transcription") : List.of("transcription", "realtime");
    }

    /** The smallest mint of a session of this type, with a model that the profile names. */
    ObjectNode sample(Profile profile, String sessionType) {
        return sample(sessionType, model(profile, sessionType));
    }

    static String model(Profile profile, String sessionType) {
        return Optional.ofNullable(profile.models().get(sessionType)).orElse("gpt-live-transcribe");
    }

    ObjectNode sample(String sessionType, String model) {
        ObjectNode request = (ObjectNode) ExactJson.parse("{}");
        if (isFlat()) {
            request.withObject("/input_audio_transcription").put("model", model);
        } else if (sessionType.equals("realtime")) {
            request.withObject("/session").put("type", sessionType).put("model", model);
        } else {
            request.withObject("/session").put("type", sessionType);
            request.withObject("/session/audio/input/transcription").put("model", model);
        }
        return request;
    }
}
