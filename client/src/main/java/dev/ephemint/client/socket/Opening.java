package dev.ephemint.client.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.client.internal.audio.AudioEncoding;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tracks what a connection waits for before it sends audio: the session, and the response to each configuring event. */
final class Opening {

    private static final Set<String> CREATED = Set.of("session.created", "transcription_session.created");
    private static final Set<String> UPDATED = Set.of("session.updated", "transcription_session.updated");
    private static final String UPDATE = ".update";

    /** The facade's code in {@code connect.warnings}. */
    private static final String COMMIT_REQUIRED = "client_commit_required";

    private final ClientSecret secret;
    private boolean isBegun;
    private int pendingUpdates;

    /** The last session that stated an audio format. */
    private @Nullable JsonNode session;

    Opening(ClientSecret secret) {
        this.secret = secret;
    }

    /** Whether the mint warned that turns end only with the client's commit. */
    boolean isCommitRequired() {
        Connection connection = secret.getConnect();
        List<Warning> warnings = connection == null ? null : connection.getWarnings();
        return warnings != null && warnings.stream().anyMatch(warning -> COMMIT_REQUIRED.equals(warning.getCode()));
    }

    /** Returns what to send after an event: the first events, once there is a session. */
    synchronized List<String> received(JsonNode event) throws JsonProcessingException {
        String type = event.path("type").asText();
        if (CREATED.contains(type) || UPDATED.contains(type)) {
            session = AudioEncoding.isStated(event.path("session")) ? event.path("session") : session;
            pendingUpdates -= UPDATED.contains(type) ? 1 : 0;
        }
        if (isBegun || !CREATED.contains(type)) {
            return List.of();
        }
        isBegun = true;
        return firstEvents();
    }

    private List<String> firstEvents() throws JsonProcessingException {
        Connection connection = secret.getConnect();
        List<ConnectionEvent> events = connection == null ? null : connection.getFirstEvents();
        List<String> texts = new ArrayList<>();
        for (ConnectionEvent event : events == null ? List.<ConnectionEvent>of() : events) {
            texts.add(ContractJson.mapper().writeValueAsString(event));
            pendingUpdates += String.valueOf(event.getType()).endsWith(UPDATE) ? 1 : 0;
        }
        return texts;
    }

    /** Whether there is a session, so only its configuration can have been rejected. */
    synchronized boolean isBegun() {
        return isBegun;
    }

    synchronized boolean isReady() {
        return isBegun && pendingUpdates <= 0;
    }

    /**
     * The format that the session states, or else the token, or else PCM.
     *
     * @throws IllegalArgumentException if the client cannot send it
     */
    synchronized AudioEncoding format() {
        Optional<AudioEncoding> stated = session == null ? Optional.empty() : AudioEncoding.of(session);
        return stated.or(() -> AudioEncoding.of(ContractJson.mapper().valueToTree(secret.getSession())))
                .orElse(AudioEncoding.PCM);
    }
}
