package dev.ephemint.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.AudioInputRequest;
import dev.ephemint.contract.model.AudioTranscription;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.TranscriptionAudioRequest;
import dev.ephemint.contract.model.TranscriptionSessionRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** Builds readers and writers of a mint's models in the background, while the application builds its client. */
public final class JsonPreparation {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private JsonPreparation() {}

    /** Starts it, unless it was started before; returns whether it did. */
    public static boolean start() {
        if (!STARTED.compareAndSet(false, true)) {
            return false;
        }
        Thread thread = new Thread(JsonPreparation::tryAll, "ephemint-preparation");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return true;
    }

    private static void tryAll() {
        try {
            ClientSecret unused = read();
            byte[] unusedToo = write();
        } catch (JsonProcessingException | RuntimeException | LinkageError e) {
            // It fails in the first mint, too, and is reported there.
        }
    }

    /** First, because the thread that mints begins with the request. */
    static ClientSecret read() throws JsonProcessingException {
        return mapper().readValue("{\"session\":{\"type\":\"transcription\"}}", ClientSecret.class);
    }

    static byte[] write() throws JsonProcessingException {
        AudioInputRequest input = new AudioInputRequest().transcription(new AudioTranscription());
        return mapper().writeValueAsBytes(new ClientSecretRequest()
                .session(new TranscriptionSessionRequest().audio(new TranscriptionAudioRequest().input(input))));
    }

    private static ObjectMapper mapper() {
        return ContractJson.mapper();
    }
}
