package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.Welcome.Admitted;
import dev.ephemint.server.sandbox.Welcome.Refused;
import java.util.Optional;

/**
 * The socket of Azure's preview, for transcription only. In one region it redirected to an address without
 * {@code /openai} (2026-06), in another it connected in the same month.
 */
record AzurePreviewSocket(AzureDoor door, Deployments deployments, Stage stage, boolean redirects)
        implements SocketDoor {

    static final String ROUTE = "/openai/realtime";

    @Override
    public Optional<Welcome> knock(Inquiry inquiry) {
        return inquiry.isGetTo(ROUTE) ? Optional.of(welcome(inquiry)) : Optional.empty();
    }

    private Welcome welcome(Inquiry inquiry) {
        Optional<ObjectNode> minted = inquiry.bearer().flatMap(stage.ids()::session);
        return refusal(inquiry, minted.isPresent())
                .<Welcome>map(answer -> new Refused(AzureGateway.stamped(answer)))
                .orElseGet(() -> new Admitted(
                        stage, minted.orElseGet(() -> stage.protocol().bare())));
    }

    private Optional<Answer> refusal(Inquiry inquiry, boolean ephemeral) {
        Optional<Answer> stranger = ephemeral ? Optional.empty() : door.refusalOfSocket(inquiry);
        return stranger.isPresent() ? stranger : refusalOfQuery(inquiry, ephemeral);
    }

    /** 400 with a deployment (2026-06-12), 401 for a standing key and a model that wants tokens (2026-08-28). */
    private Optional<Answer> refusalOfQuery(Inquiry inquiry, boolean ephemeral) {
        if (!inquiry.asksForTranscription()) {
            return Optional.of(AzureDoor.notFound());
        }
        Optional<String> deployment = inquiry.parameter("deployment");
        if (deployment.isPresent()) {
            boolean forTokensOnly = !ephemeral && deployments.isOf("gpt-live-transcribe", deployment.get());
            return Optional.of(
                    forTokensOnly
                            ? AzureDoor.tokensOnly()
                            : AzureDoor.error(400, "OperationNotSupported", AzureSocket.WRONG_MODEL));
        }
        if (inquiry.parameter("api-version")
                .filter(AzurePreview.VERSION::equals)
                .isEmpty()) {
            return Optional.of(AzureDoor.notFound());
        }
        return redirects ? Optional.of(redirect(inquiry.target())) : Optional.empty();
    }

    private static Answer redirect(Inquiry.Target target) {
        return Answer.empty(302).with("location", "wss://" + target.host() + "/v1/realtime?" + target.rawQuery());
    }
}
