package dev.ephemint.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The audio of one connection as positions in it, in bytes: how far it was sent, how far turns hold it, and which turns
 * still wait for their text.
 */
final class Turns {

    /** The vendor refuses to commit less than 100 ms (recorded, 2026-09). */
    private static final int SHORTEST = 100 * Audio.BYTES_PER_MILLISECOND;

    /** More turns than a session of 60 minutes has; of a vendor that answers none, the oldest are let go. */
    private static final int MOST = 4096;

    private static final String BUFFER = "input_audio_buffer.";
    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

    private final Set<String> open = new LinkedHashSet<>();

    /** How far each commit goes that the vendor has not answered. */
    private final Queue<Long> asked = new ArrayDeque<>();

    private long sent;
    private long lastSound;
    private long held;
    private String detectedItem = "";
    private long detectedEnd;
    private boolean isManual;
    private CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Of the bytes, those up to the last that can be heard are sound. */
    synchronized void appended(int bytes, int sound) {
        lastSound = sound == 0 ? lastSound : sent + sound;
        sent += bytes;
    }

    synchronized void commitAsked() {
        asked.add(sent);
        if (asked.size() > MOST) {
            asked.remove();
        }
    }

    /** Whether anything was sent since the last commit. */
    synchronized boolean hasUncommitted() {
        return sent > committed();
    }

    /** Whether the end of the audio would be lost: nobody commits it, or the vendor waits for a silence that never comes. */
    synchronized boolean wantsCommit() {
        return sent - committed() >= SHORTEST && end() > committed();
    }

    synchronized LostAudio lost() {
        return new LostAudio(Audio.duration(Math.max(0, end() - held)), List.copyOf(open));
    }

    /** How many turns are kept in mind. */
    synchronized int size() {
        return open.size() + asked.size();
    }

    /** Completes once no committed turn waits for its text. */
    synchronized CompletableFuture<Void> settled() {
        settled = new CompletableFuture<>();
        settleIfDone();
        return settled;
    }

    /** Where the vendor detects turns, silence belongs to none. */
    private long end() {
        return isManual ? sent : lastSound;
    }

    private long committed() {
        return asked.stream().reduce(held, Math::max);
    }

    /** Whether the event shows that the session works. */
    synchronized boolean heard(JsonNode event) {
        String type = event.path("type").asText();
        String item = event.path("item_id").asText();
        switch (type) {
            case "session.created",
                    "session.updated",
                    "transcription_session.created",
                    "transcription_session.updated" -> isManual = isManual(event.path("session"));
            case BUFFER + "speech_stopped" -> detected(item, event.path("audio_end_ms"));
            case BUFFER + "committed" -> committed(item);
            case TRANSCRIPTION + "completed", TRANSCRIPTION + "failed" -> open.remove(item);
            case "error" -> refused(event.path("error"));
            default -> {}
        }
        settleIfDone();
        return type.equals(BUFFER + "committed") || type.startsWith(TRANSCRIPTION);
    }

    /** Turned off is null; absent is the vendor's default, which is on. */
    private static boolean isManual(JsonNode session) {
        return session.at("/audio/input/turn_detection").isNull()
                || session.path("turn_detection").isNull();
    }

    /** A turn of the vendor's own, which it commits next. */
    private void detected(String item, JsonNode endInMilliseconds) {
        detectedItem = item;
        detectedEnd = endInMilliseconds.asLong() * Audio.BYTES_PER_MILLISECOND;
    }

    private void committed(String item) {
        Long end = item.equals(detectedItem) ? Long.valueOf(detectedEnd) : asked.poll();
        held = Math.max(held, end == null ? sent : Math.min(end, sent));
        open.add(item);
        if (open.size() > MOST) {
            open.remove(open.iterator().next());
        }
    }

    private void refused(JsonNode error) {
        if (error.path("event_id").asText().equals(Audio.COMMIT_ID)
                || error.path("code").asText().equals("input_audio_buffer_commit_empty")) {
            asked.poll();
        }
    }

    private void settleIfDone() {
        if (open.isEmpty() && asked.isEmpty()) {
            settled.complete(null);
        }
    }
}
