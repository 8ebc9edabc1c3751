package dev.ephemint.client;

import com.sun.management.ThreadMXBean;
import dev.ephemint.client.internal.Timer;
import dev.ephemint.contract.model.AudioTranscription;
import dev.ephemint.contract.model.ClientSecretRequest;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the bytes that a blocking mint allocates, from the request's model to the response's. The JDK's exchange is left out,
 * because two threads share it in varying parts; so all of it runs in the measuring thread.
 *
 * <p>Run in a process of its own: {@code ClientMintCost OUTPUT WARM-UP MINTS}. Writes properties.
 */
final class ClientMintCost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCHES = 10;
    private static final int COPY = 1_024;

    private static final ClientSecretRequest REQUEST = Requests.transcription(
            new AudioTranscription().model("gpt-4o-transcribe").prompt("Names: Ada, Grace, Radia, Barbara."));

    private static final String RESPONSE = """
            {"value":"ek_0123456789abcdef0123456789abcdef","expires_at":1795781100,"session":{"type":"transcription",
            "object":"realtime.transcription_session","id":"sess_0123456789abcdef0123","expires_at":0,
            "include":["item.input_audio_transcription.logprobs"],"audio":{"input":{"format":{"type":"audio/pcm",
            "rate":24000},"noise_reduction":{"type":"near_field"},"transcription":{"model":"gpt-4o-transcribe",
            "language":"en","prompt":"Names: Ada, Grace, Radia, Barbara."},"turn_detection":{"type":"server_vad",
            "threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":500,"idle_timeout_ms":null}}}},
            "connect":{"dialect":"openai","websocket":{"url":"wss://api.openai.com/v1/realtime",
            "subprotocols":["realtime"]},"webrtc":{"url":"https://api.openai.com/v1/realtime/calls"},
            "vendor_time":1795780500,"warnings":[]}}
            """;

    private final EphemintClient client;

    private ClientMintCost(Timer timer) {
        client = EphemintClient.builder()
                .baseUrl("http://localhost:8080")
                .apiKey("key_example")
                .httpClient(new CannedHttpClient(RESPONSE))
                .timer(timer)
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        int warmUp = Integer.parseInt(arguments[1]);
        int mints = Integer.parseInt(arguments[2]);
        long mint = new ClientMintCost(Timer.SYSTEM).measure(warmUp, mints);
        long copied = new ClientMintCost(oneCopyMore()).measure(warmUp, mints);
        Files.write(Path.of(arguments[0]), List.of("mint=" + mint, "one-copy-more=" + copied));
    }

    /** A deliberate regression: as much as one more copy of a request of 1 kB. */
    private static Timer oneCopyMore() {
        return wait -> Timer.SYSTEM.after(wait.plusNanos(new byte[COPY].length));
    }

    /** The median of some batches: a rare event, such as the growth of a table, falls into one of them. */
    private long measure(int warmUp, int mints) {
        run(warmUp);
        long[] bytes = new long[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(mints / BATCHES);
            bytes[i] = (THREADS.getCurrentThreadAllocatedBytes() - before) / (mints / BATCHES);
        }
        Arrays.sort(bytes);
        return bytes[BATCHES / 2];
    }

    private void run(int mints) {
        for (int i = 0; i < mints; i++) {
            if (client.createClientSecret(REQUEST).getExpiresAt() == null) {
                throw new IllegalStateException("no expiry");
            }
        }
    }
}
