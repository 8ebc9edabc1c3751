package dev.ephemint.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Which turns of one connection still wait for their text, and whether audio waits for its turn. */
final class Turns {

    /** Of 16-bit samples at 24 kHz; the vendor refuses to commit less (recorded, 2026-09). */
    private static final int BYTES_OF_100_MS = 4800;

    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

    private final Set<String> open = new HashSet<>();
    private int commitsAsked;
    private long bytesWaiting;
    private boolean manual;
    private boolean speaking;
    private CompletableFuture<Void> settled = new CompletableFuture<>();

    synchronized void appended(int bytes) {
        bytesWaiting += bytes;
    }

    synchronized void commitAsked() {
        commitsAsked++;
        bytesWaiting = 0;
        speaking = false;
    }

    /** Whether the end of the audio would be lost: nobody commits it, or the vendor waits for a silence that never comes. */
    synchronized boolean wantsCommit() {
        return (manual || speaking) && bytesWaiting >= BYTES_OF_100_MS;
    }

    /** Completes once no committed turn waits for its text. */
    synchronized CompletableFuture<Void> settled() {
        settled = new CompletableFuture<>();
        settleIfDone();
        return settled;
    }

    /** Whether the event shows that the session works. */
    synchronized boolean heard(JsonNode event) {
        String type = event.path("type").asText();
        String item = event.path("item_id").asText();
        switch (type) {
            case "session.created",
                    "session.updated",
                    "transcription_session.created",
                    "transcription_session.updated" -> manual = isManual(event.path("session"));
            case "input_audio_buffer.speech_started" -> speaking = true;
            case "input_audio_buffer.committed" -> committed(item);
            case TRANSCRIPTION + "completed", TRANSCRIPTION + "failed" -> open.remove(item);
            case "error" -> refused(event.path("error"));
            default -> {}
        }
        settleIfDone();
        return type.equals("input_audio_buffer.committed") || type.startsWith(TRANSCRIPTION);
    }

    /** Turned off is null; absent is the vendor's default, which is on. */
    private static boolean isManual(JsonNode session) {
        return session.at("/audio/input/turn_detection").isNull()
                || session.path("turn_detection").isNull();
    }

    private void committed(String item) {
        open.add(item);
        commitsAsked = Math.max(0, commitsAsked - 1);
        bytesWaiting = 0;
        speaking = false;
    }

    private void refused(JsonNode error) {
        if (error.path("code").asText().equals("input_audio_buffer_commit_empty")) {
            commitsAsked = Math.max(0, commitsAsked - 1);
        }
    }

    private void settleIfDone() {
        if (open.isEmpty() && commitsAsked == 0) {
            settled.complete(null);
        }
    }
}
