package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.session.ModelBehaviour;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Deltas;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Usage;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.wire.RejectedException;

/**
 * Azure's models, by the deployment that serves them. A deployment of {@code gpt-live-transcribe} detects turns and sends no
 * logprobs (five files of one project in production, 2026-10-04 to 06). No deployment knows {@code delay} (error quoted in
 * notes of 2026, without a date); the rejected prompt names no model (2026) and is assumed to be that of
 * {@code gpt-realtime-whisper}.
 */
record AzureModels(SandboxDeployments deployments) implements VendorModels {

    private static final ModelBehaviour LIVE_WITHOUT_LOGPROBS =
            new ModelBehaviour(true, Deltas.LIVE, false, Usage.SECONDS);

    @Override
    public void check(JsonNode requested, JsonNode inForce) {
        JsonNode transcription = requested.at("/audio/input/transcription");
        if (transcription.has("delay")) {
            throw RejectedException.unknown(PATH + "delay");
        }
        boolean prompted = !transcription.path("prompt").asText().isEmpty();
        if (prompted && model(transcription.path("model").asText()).equals("gpt-realtime-whisper")) {
            throw VendorModels.notSupported("prompt");
        }
    }

    /** Of the usage of the live model nothing was published; it is by time, as OpenAI's is. */
    @Override
    public ModelBehaviour of(String name) {
        String model = model(name);
        return model.equals("gpt-live-transcribe") ? LIVE_WITHOUT_LOGPROBS : ModelBehaviour.of(model);
    }

    private String model(String name) {
        return deployments.models().getOrDefault(name, name);
    }
}
