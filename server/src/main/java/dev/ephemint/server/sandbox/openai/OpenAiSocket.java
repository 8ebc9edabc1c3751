package dev.ephemint.server.sandbox.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.session.GaProtocol;
import dev.ephemint.server.sandbox.socket.HandshakeResult;
import dev.ephemint.server.sandbox.socket.HandshakeResult.Accepted;
import dev.ephemint.server.sandbox.socket.HandshakeResult.OpenedThenClosed;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's socket: it opens for any client and checks afterwards (published capture, 2026-09-18).
 *
 * @param beta whether it imitates the beta as it was until 2026-05-12, transcription only
 */
record OpenAiSocket(Secret key, SocketContext context, boolean beta) implements SocketEndpoint {

    static final String ROUTE = "/v1/realtime";

    /** For browsers, in the official Node SDK of 2026-11. */
    private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

    private static final Set<String> REALTIME_MODELS = Set.of(
            "gpt-realtime",
            "gpt-realtime-mini",
            "gpt-realtime-1.5",
            "gpt-realtime-2",
            "gpt-realtime-2.1",
            "gpt-realtime-2.1-mini");

    private static final String NO_MODEL = "You must provide a model parameter, for example"
            + " wss://api.openai.com/v1/realtime?model=gpt-realtime-1.5";

    private static final String NO_BETA =
            "The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.";

    /** In 2025; the GA socket names the model (livekit/agents-js issue 1756, 2026-06-11). */
    private static final String MODEL_IN_BETA = "You must not provide a model parameter for transcription sessions.";

    @Override
    public Optional<HandshakeResult> accept(VendorRequest request) {
        return request.isGetTo(ROUTE) ? Optional.of(result(request)) : Optional.empty();
    }

    private HandshakeResult result(VendorRequest request) {
        Optional<String> sent = request.bearer().or(() -> request.subprotocol(KEY_PROTOCOL));
        if (sent.isEmpty()) {
            return closed(OpenAiHttp.NO_KEY, null, 3000);
        }
        Optional<ObjectNode> minted = sent.flatMap(context.ids()::session);
        if (minted.isEmpty() && !sent.get().equals(key.reveal())) {
            return closed(OpenAiHttp.incorrect(sent.get()), "invalid_api_key", 3000);
        }
        if (!beta && asksForBeta(request)) {
            return closed(NO_BETA, "beta_api_shape_disabled", 4000);
        }
        return checked(request, minted);
    }

    /** The header was recorded; the subprotocol, which said the same in the beta, was not. */
    private static boolean asksForBeta(VendorRequest request) {
        return request.header("openai-beta")
                        .filter(value -> value.contains("realtime=v1"))
                        .isPresent()
                || request.subprotocols().anyMatch("openai-beta.realtime-v1"::equals);
    }

    private HandshakeResult checked(VendorRequest request, Optional<ObjectNode> minted) {
        boolean transcribes = request.asksForTranscription()
                || minted.filter(session -> !session.path("type").asText().equals("realtime"))
                        .isPresent();
        Optional<String> model = request.parameter("model");
        if (transcribes) {
            return model.<HandshakeResult>map(this::rejectedInTranscription)
                    .orElseGet(() -> new Accepted(context, minted.orElseGet(this::bare)));
        }
        if (model.isEmpty() && minted.isEmpty()) {
            return closed(NO_MODEL, "missing_model", 4000);
        }
        return conversing(model, minted);
    }

    private OpenedThenClosed rejectedInTranscription(String model) {
        String message = beta ? MODEL_IN_BETA : "Model \"" + model + "\" is not supported in transcription mode.";
        return closed(message, "invalid_model", 4000);
    }

    private HandshakeResult conversing(Optional<String> model, Optional<ObjectNode> minted) {
        boolean known = model.map(REALTIME_MODELS::contains).orElse(true);
        if (beta || !known) {
            return closed(
                    "Model \"" + model.orElse("") + "\" is not supported in realtime mode.", "invalid_model", 4000);
        }
        return new Accepted(context, minted.orElseGet(() -> GaProtocol.realtime(model.orElse("gpt-realtime"))));
    }

    private OpenedThenClosed closed(String message, @Nullable String code, int closeCode) {
        return new OpenedThenClosed(context.ids(), message, code, closeCode);
    }

    private ObjectNode bare() {
        return context.protocol().bare();
    }
}
