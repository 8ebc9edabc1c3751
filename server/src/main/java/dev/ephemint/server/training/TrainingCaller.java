package dev.ephemint.server.training;

import dev.ephemint.server.caller.CallerKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Calls the service as a caller of both operations does.
 *
 * @param key sent with each mint, if callers are checked
 */
record TrainingCaller(URI service, Optional<CallerKey> key) {

    private static final int TIMEOUT_MILLIS = 10_000;

    private static final String NESTED = """
            {"session": {"type": "transcription", "audio": {"input": {"format": {"type": "audio/pcm", "rate": 24000},
             "transcription": {"model": "gpt-4o-transcribe", "language": "en"}, "noise_reduction": {"type": "near_field"},
             "turn_detection": {"type": "server_vad", "threshold": 0.5}}}}}""";

    private static final String FLAT = """
            {"input_audio_format": "pcm16", "input_audio_transcription": {"model": "gpt-4o-transcribe"},
             "turn_detection": {"type": "server_vad", "threshold": 0.5}}""";

    /** Mints with both operations; returns their statuses. */
    List<Integer> mints() throws IOException {
        return List.of(mint("/v1/realtime/client_secrets", NESTED), mint("/v1/realtime/transcription_sessions", FLAT));
    }

    int health() throws IOException {
        return status(connection("/readyz"));
    }

    private int mint(String path, String body) throws IOException {
        HttpURLConnection connection = connection(path);
        connection.setRequestProperty("Content-Type", "application/json");
        key.ifPresent(sent -> connection.setRequestProperty("Authorization", "Bearer " + sent.reveal()));
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return status(connection);
    }

    private HttpURLConnection connection(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private static int status(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : Objects.requireNonNullElse(connection.getErrorStream(), InputStream.nullInputStream());
        try (body) {
            body.readAllBytes();
        }
        return status;
    }
}
