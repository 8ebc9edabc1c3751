package dev.ephemint.client.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.client.internal.audio.AudioSamples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the audio of one connection, in bytes of the caller's samples: how much was sent, how much is part of turns, and
 * which turns have no transcript yet.
 */
final class Turns {

    /** The vendor rejects a commit of less than 100 ms (recorded, 2026-09). */
    private static final int SHORTEST = 100 * AudioSamples.BYTES_PER_MILLISECOND;

    /** A pause that is a good place to end a turn. */
    private static final int PAUSE = 300 * AudioSamples.BYTES_PER_MILLISECOND;

    /** More turns than a session of 60 minutes has; beyond it the oldest are dropped. */
    private static final int MOST = 4096;

    /** What {@link #missing} returns if nothing has to be committed. */
    static final int NOTHING = -1;

    private static final String BUFFER = "input_audio_buffer.";
    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

    private final Set<String> open = new LinkedHashSet<>();

    /** The end of each commit without a response yet. */
    private final Queue<Long> sentCommits = new ArrayDeque<>();

    private long sent;
    private long lastSound;
    private long held;
    private String detectedItem = "";
    private long detectedEnd;
    private boolean isManual;
    private boolean isCommitRequired;
    private boolean hasDetected;
    private long steps;
    private CompletableFuture<Void> settled = new CompletableFuture<>();

    /** The mint says that the vendor ends no turns, even if the session states turn detection. */
    synchronized void requireCommit() {
        isCommitRequired = true;
        isManual = true;
    }

    /** Of the bytes, those up to the last audible sample are sound. */
    synchronized void appended(int bytes, int sound) {
        lastSound = sound == 0 ? lastSound : sent + sound;
        sent += bytes;
    }

    synchronized void commitSent() {
        sentCommits.add(sent);
        if (sentCommits.size() > MOST) {
            sentCommits.remove();
        }
    }

    /** How much silence a commit of all that was sent needs to be accepted; {@link #NOTHING} if there is nothing to commit. */
    synchronized int missing() {
        long waiting = sent - committed();
        if (waiting >= SHORTEST) {
            return 0;
        }
        return lastSound > committed() ? (int) (SHORTEST - waiting) : NOTHING;
    }

    /** The same at the end of the audio, where silence counts for nothing if the vendor detects turns. */
    synchronized int missingAtEnd() {
        if (end() <= committed()) {
            return NOTHING;
        }
        int missing = missing();
        if (missing == NOTHING) {
            held = sent;
        }
        return missing;
    }

    /** Whether the client has to end the turn now: it has lasted long and there is a pause, or it has lasted too long. */
    synchronized boolean isLong(Duration longest) {
        long most = longest.toMillis() * AudioSamples.BYTES_PER_MILLISECOND;
        long waiting = sent - committed();
        return isManual && (waiting >= most || (waiting >= most / 2 && sent - lastSound >= PAUSE));
    }

    synchronized LostAudio lost() {
        return new LostAudio(AudioSamples.duration(Math.max(0, end() - held)), List.copyOf(open));
    }

    /** How many turns are kept in mind. */
    synchronized int size() {
        return open.size() + sentCommits.size();
    }

    /** A number that grows as long as the vendor works on turns. */
    synchronized long steps() {
        return steps;
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
        return sentCommits.stream().reduce(held, Math::max);
    }

    /** Whether the event shows that the session works. */
    synchronized boolean received(JsonNode event) {
        String type = event.path("type").asText();
        String item = event.path("item_id").asText();
        switch (type) {
            case "session.created",
                    "session.updated",
                    "transcription_session.created",
                    "transcription_session.updated" -> isManual = isCommitRequired || isManual(event.path("session"));
            case BUFFER + "speech_started" -> hasDetected = true;
            case BUFFER + "speech_stopped" -> detected(item, event.path("audio_end_ms"));
            case BUFFER + "committed" -> committed(item);
            case TRANSCRIPTION + "delta" -> noteDelta(item);
            case TRANSCRIPTION + "completed", TRANSCRIPTION + "failed" -> open.remove(item);
            case "error" -> commitRejected(event.path("error"));
            default -> {}
        }
        settleIfDone();
        boolean isWork = type.equals(BUFFER + "committed") || type.startsWith(TRANSCRIPTION);
        steps += isWork ? 1 : 0;
        return isWork;
    }

    /** Turned off is null; absent is the vendor's default, which is on. */
    private static boolean isManual(JsonNode session) {
        return session.at("/audio/input/turn_detection").isNull()
                || session.path("turn_detection").isNull();
    }

    /**
     * Text of a turn that nothing has started: the model transcribes continuously and leaves the commit to the client, even
     * if the session states turn detection. OpenAI's gpt-live-transcribe and gpt-realtime-whisper do (four reports, 2026-08 to 09).
     */
    private void noteDelta(String item) {
        isManual |= !hasDetected && !open.contains(item);
    }

    /** A turn of the vendor's own, which it commits next. */
    private void detected(String item, JsonNode endInMilliseconds) {
        hasDetected = true;
        detectedItem = item;
        detectedEnd = endInMilliseconds.asLong() * AudioSamples.BYTES_PER_MILLISECOND;
    }

    private void committed(String item) {
        Long end = item.equals(detectedItem) ? Long.valueOf(detectedEnd) : sentCommits.poll();
        hasDetected |= end == null;
        held = Math.max(held, end == null ? sent : Math.min(end, sent));
        open.add(item);
        if (open.size() > MOST) {
            open.remove(open.iterator().next());
        }
    }

    /** If the vendor has ended turns, too little audio is left because those turns contain the rest. */
    private void commitRejected(JsonNode error) {
        boolean isEmpty = isEmptyCommit(error.path("code").asText());
        if (isEmpty || error.path("event_id").asText().equals(AudioSamples.COMMIT_ID)) {
            Long end = sentCommits.poll();
            if (isEmpty && hasDetected && end != null) {
                held = Math.max(held, end);
            }
        }
    }

    /** Whether a code says that a commit found too little audio. */
    static boolean isEmptyCommit(@Nullable String code) {
        return "input_audio_buffer_commit_empty".equals(code);
    }

    private void settleIfDone() {
        if (open.isEmpty() && sentCommits.isEmpty()) {
            settled.complete(null);
        }
    }
}
