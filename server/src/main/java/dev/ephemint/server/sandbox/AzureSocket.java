package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.Welcome.Admitted;
import dev.ephemint.server.sandbox.Welcome.Refused;
import java.util.Optional;

/** Azure's GA socket, which refuses in the handshake. */
record AzureSocket(AzureDoor door, Deployments deployments, Stage stage) implements SocketDoor {

    static final String ROUTE = "/openai/v1/realtime";

    private static final String NO_QUERY = "This operation requires either deployment=<deployment-id> or"
            + " intent=transcription present on the querystring.";

    static final String WRONG_MODEL =
            "The realtime operation does not work with the specified model. Please choose different model and try again.";

    @Override
    public Optional<Welcome> knock(Inquiry inquiry) {
        return inquiry.isGetTo(ROUTE) ? Optional.of(welcome(inquiry)) : Optional.empty();
    }

    /** Microsoft's migration guide, 2026: an api-version on the GA address is answered with 401. */
    private Welcome welcome(Inquiry inquiry) {
        if (inquiry.parameter("api-version").isPresent()) {
            return new Refused(AzureGateway.stamped(AzureDoor.unauthorized()));
        }
        Optional<ObjectNode> minted = inquiry.bearer().flatMap(stage.ids()::session);
        return refusal(inquiry, minted.isPresent())
                .<Welcome>map(answer -> new Refused(AzureGateway.stamped(answer)))
                .orElseGet(() -> new Admitted(stage, session(inquiry, minted)));
    }

    private Optional<Answer> refusal(Inquiry inquiry, boolean ephemeral) {
        Optional<Answer> stranger = ephemeral ? Optional.empty() : door.refusalOfSocket(inquiry);
        if (stranger.isPresent()) {
            return stranger;
        }
        Optional<String> model = inquiry.parameter("model").or(() -> inquiry.parameter("deployment"));
        if (!ephemeral && model.filter(this::isForTokensOnly).isPresent()) {
            return Optional.of(AzureDoor.tokensOnly());
        }
        return refusalOfQuery(inquiry, model);
    }

    /** Recorded 2026-05-26 without an envelope, as an issue quoted it; the misspelling is of 2026-06-10. */
    private Optional<Answer> refusalOfQuery(Inquiry inquiry, Optional<String> model) {
        if (model.isEmpty()) {
            return inquiry.asksForTranscription()
                    ? Optional.empty()
                    : Optional.of(AzureDoor.error(400, "OperationNotSupported", NO_QUERY));
        }
        if (inquiry.asksForTranscription()) {
            return Optional.of(AzureDoor.error(400, "OperationNotSupported", WRONG_MODEL));
        }
        return switch (deployments.kind(model.get())) {
            case REALTIME -> Optional.empty();
            case TRANSCRIPTION -> Optional.of(AzureDoor.error(400, "OpperationNotSupported", WRONG_MODEL));
            case NONE -> Optional.of(AzureGa.noDeployment());
        };
    }

    /** Recorded of this model on the preview's socket (litellm issue 38635, 2026-08-28). */
    private boolean isForTokensOnly(String name) {
        return deployments.isOf("gpt-live-transcribe", name);
    }

    private ObjectNode session(Inquiry inquiry, Optional<ObjectNode> minted) {
        if (inquiry.asksForTranscription()) {
            return minted.orElseGet(() -> stage.protocol().bare());
        }
        String model = inquiry.parameter("model")
                .or(() -> inquiry.parameter("deployment"))
                .orElseThrow();
        return minted.filter(session -> session.path("type").asText().equals("realtime"))
                .orElseGet(() -> GaProtocol.realtime(model));
    }
}
