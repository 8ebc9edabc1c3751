package dev.ephemint.contract;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.ephemint.contract.model.ClientEvent;
import dev.ephemint.contract.model.ConversationItemAddedEvent;
import dev.ephemint.contract.model.ConversationItemCreatedEvent;
import dev.ephemint.contract.model.ConversationItemDoneEvent;
import dev.ephemint.contract.model.DurationUsage;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioBufferAppendEvent;
import dev.ephemint.contract.model.InputAudioBufferClearEvent;
import dev.ephemint.contract.model.InputAudioBufferClearedEvent;
import dev.ephemint.contract.model.InputAudioBufferCommitEvent;
import dev.ephemint.contract.model.InputAudioBufferCommittedEvent;
import dev.ephemint.contract.model.InputAudioBufferSpeechStartedEvent;
import dev.ephemint.contract.model.InputAudioBufferSpeechStoppedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionSegmentEvent;
import dev.ephemint.contract.model.RealtimeSession;
import dev.ephemint.contract.model.RealtimeSessionRequest;
import dev.ephemint.contract.model.ServerEvent;
import dev.ephemint.contract.model.Session;
import dev.ephemint.contract.model.SessionCreatedEvent;
import dev.ephemint.contract.model.SessionRequest;
import dev.ephemint.contract.model.SessionUpdateEvent;
import dev.ephemint.contract.model.SessionUpdatedEvent;
import dev.ephemint.contract.model.TokenUsage;
import dev.ephemint.contract.model.TranscriptionSession;
import dev.ephemint.contract.model.TranscriptionSessionCreatedEvent;
import dev.ephemint.contract.model.TranscriptionSessionRequest;
import dev.ephemint.contract.model.TranscriptionSessionUpdateEvent;
import dev.ephemint.contract.model.TranscriptionSessionUpdatedEvent;
import dev.ephemint.contract.model.TranscriptionUsage;
import dev.ephemint.contract.model.UnknownEvent;
import dev.ephemint.contract.model.UnknownSession;
import dev.ephemint.contract.model.UnknownUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers of the contract's unions, each with the class for every {@code type}. */
final class Unions {

    private Unions() {}

    /** The reader of a union, null for any other class. The classes of a union are loaded once it is read. */
    static @Nullable JsonDeserializer<?> reader(Class<?> type) {
        if (type == Session.class) {
            return sessions();
        }
        if (type == SessionRequest.class) {
            return sessionRequests();
        }
        if (type == ServerEvent.class) {
            return serverEvents();
        }
        if (type == ClientEvent.class) {
            return clientEvents();
        }
        return type == TranscriptionUsage.class ? usages() : null;
    }

    private static UnionReader<Session> sessions() {
        return new UnionReader<>(
                Session.class,
                Map.of("realtime", RealtimeSession.class, "transcription", TranscriptionSession.class),
                UnknownSession.class);
    }

    private static UnionReader<SessionRequest> sessionRequests() {
        return new UnionReader<>(
                SessionRequest.class,
                Map.of("realtime", RealtimeSessionRequest.class, "transcription", TranscriptionSessionRequest.class),
                UnknownSession.class);
    }

    private static UnionReader<TranscriptionUsage> usages() {
        return new UnionReader<>(
                TranscriptionUsage.class,
                Map.of("tokens", TokenUsage.class, "duration", DurationUsage.class),
                UnknownUsage.class);
    }

    private static UnionReader<ServerEvent> serverEvents() {
        return new UnionReader<>(
                ServerEvent.class,
                Map.ofEntries(
                        entry("session.created", SessionCreatedEvent.class),
                        entry("session.updated", SessionUpdatedEvent.class),
                        entry("transcription_session.created", TranscriptionSessionCreatedEvent.class),
                        entry("transcription_session.updated", TranscriptionSessionUpdatedEvent.class),
                        entry("input_audio_buffer.speech_started", InputAudioBufferSpeechStartedEvent.class),
                        entry("input_audio_buffer.speech_stopped", InputAudioBufferSpeechStoppedEvent.class),
                        entry("input_audio_buffer.committed", InputAudioBufferCommittedEvent.class),
                        entry("input_audio_buffer.cleared", InputAudioBufferClearedEvent.class),
                        entry("conversation.item.added", ConversationItemAddedEvent.class),
                        entry("conversation.item.done", ConversationItemDoneEvent.class),
                        entry("conversation.item.created", ConversationItemCreatedEvent.class),
                        entry(
                                "conversation.item.input_audio_transcription.delta",
                                InputAudioTranscriptionDeltaEvent.class),
                        entry(
                                "conversation.item.input_audio_transcription.completed",
                                InputAudioTranscriptionCompletedEvent.class),
                        entry(
                                "conversation.item.input_audio_transcription.segment",
                                InputAudioTranscriptionSegmentEvent.class),
                        entry(
                                "conversation.item.input_audio_transcription.failed",
                                InputAudioTranscriptionFailedEvent.class),
                        entry("error", ErrorEvent.class)),
                UnknownEvent.class);
    }

    private static UnionReader<ClientEvent> clientEvents() {
        return new UnionReader<>(
                ClientEvent.class,
                Map.ofEntries(
                        entry("session.update", SessionUpdateEvent.class),
                        entry("transcription_session.update", TranscriptionSessionUpdateEvent.class),
                        entry("input_audio_buffer.append", InputAudioBufferAppendEvent.class),
                        entry("input_audio_buffer.commit", InputAudioBufferCommitEvent.class),
                        entry("input_audio_buffer.clear", InputAudioBufferClearEvent.class)),
                UnknownEvent.class);
    }
}
