package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.model.AudioInputRequest;
import dev.ephemint.contract.model.AudioTranscription;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.TranscriptionAudioRequest;
import dev.ephemint.contract.model.TranscriptionSessionRequest;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.socket.RawRequest;
import org.junit.jupiter.api.Test;

class EphemintClientTest {

    @Test
    void mintsAClientSecret() {
        try (FakeHttpServer service = Fixtures.minting()) {
            EphemintClient unit = EphemintClient.builder()
                    .baseUrl(service.url())
                    .apiKey("key_example")
                    .safetyIdentifier("user_example_5f2b")
                    .build();

            ClientSecret secret = unit.createClientSecret(new ClientSecretRequest()
                    .session(new TranscriptionSessionRequest()
                            .type("transcription")
                            .audio(new TranscriptionAudioRequest()
                                    .input(new AudioInputRequest()
                                            .transcription(new AudioTranscription().model("gpt-live-transcribe"))))));

            assertThat(secret.getValue()).isEqualTo("ek_example_minted");
            RawRequest asked = service.requests().get(0);
            assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /v1/realtime/client_secrets");
            assertThat(asked.header("authorization")).isEqualTo("Bearer key_example");
            assertThat(asked.header("openai-safety-identifier")).isEqualTo("user_example_5f2b");
            assertThat(asked.body())
                    .isEqualTo("{\"session\":{\"type\":\"transcription\","
                            + "\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}}}}");
        }
    }
}
