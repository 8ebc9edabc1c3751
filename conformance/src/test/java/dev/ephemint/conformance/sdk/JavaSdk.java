package dev.ephemint.conformance.sdk;

import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.beta.realtime.transcriptionsessions.TranscriptionSessionCreateParams;
import com.openai.models.realtime.AudioTranscription;
import com.openai.models.realtime.RealtimeSessionCreateRequest;
import com.openai.models.realtime.RealtimeTranscriptionSessionAudio;
import com.openai.models.realtime.RealtimeTranscriptionSessionAudioInput;
import com.openai.models.realtime.RealtimeTranscriptionSessionCreateRequest;
import com.openai.models.realtime.clientsecrets.ClientSecretCreateParams;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** OpenAI's own SDK for Java, which knows nothing of Ephemint but the base URL. */
final class JavaSdk implements AutoCloseable {
    private final OpenAIClient client;

    private JavaSdk(OpenAIClient client) {
        this.client = client;
    }

    static JavaSdk openAi(URI base) {
        return new JavaSdk(OpenAIOkHttpClient.builder()
                .baseUrl(base.toString())
                .apiKey("the-callers-own")
                .maxRetries(0)
                .build());
    }

    static JavaSdk azure(URI base) {
        return new JavaSdk(OpenAIOkHttpClient.builder()
                .baseUrl(base.toString())
                .credential(AzureApiKeyCredential.create("the-callers-own"))
                .maxRetries(0)
                .build());
    }

    String clientSecret() {
        return client.realtime()
                .clientSecrets()
                .create(ClientSecretCreateParams.builder()
                        .session(RealtimeTranscriptionSessionCreateRequest.builder()
                                .audio(RealtimeTranscriptionSessionAudio.builder()
                                        .input(RealtimeTranscriptionSessionAudioInput.builder()
                                                .transcription(AudioTranscription.builder()
                                                        .model("gpt-live-transcribe")
                                                        .build())
                                                .turnDetection(Optional.empty())
                                                .build())
                                        .build())
                                .build())
                        .build())
                .value();
    }

    String realtimeClientSecret() {
        return client.realtime()
                .clientSecrets()
                .create(ClientSecretCreateParams.builder()
                        .session(RealtimeSessionCreateRequest.builder()
                                .model("gpt-realtime")
                                .build())
                        .build())
                .value();
    }

    /** {@code mints}, or the status, code and parameter of the refusal. */
    static String verdict(Supplier<String> call) {
        try {
            return call.get().isBlank() ? "mints, and reads no secret" : "mints";
        } catch (OpenAIServiceException e) {
            return e.statusCode() + " " + e.code().orElse("-") + " " + e.param().orElse("-");
        }
    }

    @SuppressWarnings("deprecation")
    String transcriptionSession() {
        return client.beta()
                .realtime()
                .transcriptionSessions()
                .create(TranscriptionSessionCreateParams.builder()
                        .inputAudioFormat(TranscriptionSessionCreateParams.InputAudioFormat.PCM16)
                        .build())
                .clientSecret()
                .value();
    }

    @Override
    public void close() {
        client.close();
    }
}
