package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.InputAudioConfig;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Deltas;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns input audio into items, on the client's commit or at the end of speech. It keeps no audio. */
final class InputAudioBuffer implements VoiceActivity.Turns {

    private static final int SHORTEST = 100;

    private final SocketContext context;
    private final EventSender sender;
    private final Transcriber transcriber;
    private AudioTrack track = AudioTrack.of("audio/pcm", 0);
    private VoiceActivity activity = VoiceActivity.OFF;
    private @Nullable InputAudioConfig config;
    private @Nullable String previousItem;
    private @Nullable String spokenItem;

    /** The buffer's start in the track. */
    private double committed;

    InputAudioBuffer(SocketContext context, EventSender sender) {
        this.context = context;
        this.sender = sender;
        this.transcriber = new Transcriber(context, sender);
    }

    /** Applies changed settings. */
    void listen(InputAudioConfig changed) {
        boolean sameFormat = config != null && config.format().equals(changed.format());
        boolean sameTurns = config != null
                && config.turnDetection().equals(changed.turnDetection())
                && config.model().equals(changed.model());
        config = changed;
        if (!sameFormat) {
            track = AudioTrack.of(changed.format(), track.milliseconds());
        }
        if (!sameTurns) {
            activity = activity(changed);
            spokenItem = null;
            transcriber.forget();
        }
    }

    private VoiceActivity activity(InputAudioConfig changed) {
        boolean live = context.models().of(changed.model()).deltas() == Deltas.LIVE;
        return live && !changed.turnDetection().isObject()
                ? VoiceActivity.unannounced(this::spoken)
                : VoiceActivity.of(changed.turnDetection(), this);
    }

    void append(String audio) {
        try {
            track.append(Base64.getDecoder().decode(audio), activity);
        } catch (IllegalArgumentException notBase64) {
            throw new RejectedException(
                    "Invalid 'audio'. Expected base64-encoded audio bytes.", "invalid_value", "audio");
        }
    }

    void commit() {
        double pending = track.milliseconds() - committed;
        if (pending < SHORTEST) {
            throw new RejectedException(
                    String.format(
                            Locale.ROOT,
                            "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio,"
                                    + " but buffer only has %.2fms of audio.",
                            pending),
                    "input_audio_buffer_commit_empty",
                    null);
        }
        activity.forget();
        commit(spokenItem == null ? context.id("item") : spokenItem, pending);
    }

    void clear() {
        committed = track.milliseconds();
        activity.forget();
        spokenItem = null;
        transcriber.forget();
        sender.send("input_audio_buffer.cleared", Json.object());
    }

    @Override
    public void started(long millisecond) {
        String item = context.id("item");
        spokenItem = item;
        long start = Math.max(millisecond, (long) committed);
        committed = start;
        sender.send(
                "input_audio_buffer.speech_started",
                Json.object().put("audio_start_ms", start).put("item_id", item));
    }

    /** All deltas of a turn name the item that it will become. */
    @Override
    public void spoken(int milliseconds) {
        String item = spokenItem == null ? context.id("item") : spokenItem;
        spokenItem = item;
        if (config != null) {
            transcriber.process(config, item, milliseconds);
        }
    }

    @Override
    public void stopped(long millisecond) {
        String item = spokenItem == null ? context.id("item") : spokenItem;
        sender.send(
                "input_audio_buffer.speech_stopped",
                Json.object().put("audio_end_ms", millisecond).put("item_id", item));
        commit(item, millisecond - committed);
    }

    /** The order is that of 2026-02-21 and of the Azure recording of 2026-07-22. */
    private void commit(String item, double milliseconds) {
        sender.send("input_audio_buffer.committed", following().put("item_id", item));
        for (String event : context.protocol().itemEvents()) {
            ObjectNode members = following();
            sender.send(event, members.set("item", context.protocol().item(item)));
        }
        committed += milliseconds;
        previousItem = item;
        spokenItem = null;
        if (config != null) {
            transcriber.transcribe(config, item, milliseconds);
        }
    }

    private ObjectNode following() {
        return Json.object().put("previous_item_id", previousItem);
    }
}
