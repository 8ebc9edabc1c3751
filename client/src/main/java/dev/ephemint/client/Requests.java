package dev.ephemint.client;

import dev.ephemint.contract.model.AudioInputRequest;
import dev.ephemint.contract.model.AudioTranscription;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.TranscriptionAudioRequest;
import dev.ephemint.contract.model.TranscriptionSessionRequest;

/** Common requests; complete them with the setters of what they return. */
public final class Requests {

    private Requests() {}

    /** A transcription session with the vendor's defaults for everything but the model. */
    public static ClientSecretRequest transcription(String model) {
        return transcription(new AudioTranscription().model(model));
    }

    /** A transcription session with languages, keywords, a prompt or a delay. */
    public static ClientSecretRequest transcription(AudioTranscription transcription) {
        return new ClientSecretRequest()
                .session(new TranscriptionSessionRequest()
                        .type("transcription")
                        .audio(new TranscriptionAudioRequest()
                                .input(new AudioInputRequest().transcription(transcription))));
    }
}
