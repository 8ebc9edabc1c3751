package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.Welcome.Admitted;
import dev.ephemint.server.sandbox.Welcome.Dismissed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's socket: it opens for everybody and looks afterwards (published capture, 2026-09-18).
 *
 * @param beta whether it plays the beta as it was until 2026-05-12, of which it knows transcription only
 */
record OpenAiSocket(Secret key, Stage stage, boolean beta) implements SocketDoor {

    static final String ROUTE = "/v1/realtime";

    /** For browsers, in the official Node SDK of 2026-11. */
    private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

    private static final String NO_MODEL = "You must provide a model parameter, for example"
            + " wss://api.openai.com/v1/realtime?model=gpt-realtime-1.5";

    private static final String NO_BETA =
            "The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.";

    /** In 2025; the GA socket names the model (livekit/agents-js issue 1756, 2026-06-11). */
    private static final String MODEL_IN_BETA = "You must not provide a model parameter for transcription sessions.";

    @Override
    public Optional<Welcome> knock(Inquiry inquiry) {
        return inquiry.isGetTo(ROUTE) ? Optional.of(welcome(inquiry)) : Optional.empty();
    }

    private Welcome welcome(Inquiry inquiry) {
        Optional<String> sent = inquiry.bearer().or(() -> inquiry.subprotocol(KEY_PROTOCOL));
        if (sent.isEmpty()) {
            return dismissed(OpenAi.NO_KEY, null, 3000);
        }
        Optional<ObjectNode> minted = sent.flatMap(stage.ids()::session);
        if (minted.isEmpty() && !sent.get().equals(key.reveal())) {
            return dismissed(OpenAi.incorrect(sent.get()), "invalid_api_key", 3000);
        }
        if (!beta && asksForBeta(inquiry)) {
            return dismissed(NO_BETA, "beta_api_shape_disabled", 4000);
        }
        return judged(inquiry, minted);
    }

    /** The header was recorded; the subprotocol, which said the same in the beta, was not. */
    private static boolean asksForBeta(Inquiry inquiry) {
        return inquiry.header("openai-beta")
                        .filter(value -> value.contains("realtime=v1"))
                        .isPresent()
                || inquiry.subprotocols().anyMatch("openai-beta.realtime-v1"::equals);
    }

    private Welcome judged(Inquiry inquiry, Optional<ObjectNode> minted) {
        boolean transcribes = inquiry.asksForTranscription()
                || minted.filter(session -> !session.path("type").asText().equals("realtime"))
                        .isPresent();
        Optional<String> model = inquiry.parameter("model");
        if (transcribes) {
            return model.<Welcome>map(this::refusedInTranscription)
                    .orElseGet(() -> new Admitted(stage, minted.orElseGet(this::bare)));
        }
        if (model.isEmpty() && minted.isEmpty()) {
            return dismissed(NO_MODEL, "missing_model", 4000);
        }
        return conversing(model, minted);
    }

    private Dismissed refusedInTranscription(String model) {
        String message = beta ? MODEL_IN_BETA : "Model \"" + model + "\" is not supported in transcription mode.";
        return dismissed(message, "invalid_model", 4000);
    }

    private Welcome conversing(Optional<String> model, Optional<ObjectNode> minted) {
        boolean known = model.map(Deployments.OF_ALL_MODELS::kind)
                .map(Deployments.Kind.REALTIME::equals)
                .orElse(true);
        if (beta || !known) {
            return dismissed(
                    "Model \"" + model.orElse("") + "\" is not supported in realtime mode.", "invalid_model", 4000);
        }
        return new Admitted(stage, minted.orElseGet(() -> GaProtocol.realtime(model.orElse("gpt-realtime"))));
    }

    private Dismissed dismissed(String message, @Nullable String code, int closeCode) {
        return new Dismissed(stage.ids(), message, code, closeCode);
    }

    private ObjectNode bare() {
        return stage.protocol().bare();
    }
}
