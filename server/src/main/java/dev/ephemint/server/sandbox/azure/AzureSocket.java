package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.GaProtocol;
import dev.ephemint.server.sandbox.socket.HandshakeResult;
import dev.ephemint.server.sandbox.socket.HandshakeResult.Accepted;
import dev.ephemint.server.sandbox.socket.HandshakeResult.Rejected;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;

/** Azure's GA socket, which rejects in the handshake. */
record AzureSocket(AzureAccess access, SandboxDeployments deployments, SocketContext context)
        implements SocketEndpoint {

    static final String ROUTE = "/openai/v1/realtime";

    private static final String NO_QUERY = "This operation requires either deployment=<deployment-id> or"
            + " intent=transcription present on the querystring.";

    static final String WRONG_MODEL =
            "The realtime operation does not work with the specified model. Please choose different model and try again.";

    @Override
    public Optional<HandshakeResult> accept(VendorRequest request) {
        return request.isGetTo(ROUTE) ? Optional.of(result(request)) : Optional.empty();
    }

    /** Microsoft's migration guide, 2026: an api-version on the GA address results in 401. */
    private HandshakeResult result(VendorRequest request) {
        if (request.parameter("api-version").isPresent()) {
            return new Rejected(AzureGateway.stamped(AzureErrorResponses.unauthorized()));
        }
        Optional<ObjectNode> minted = request.bearer().flatMap(context.ids()::session);
        return rejection(request, minted.isPresent())
                .<HandshakeResult>map(response -> new Rejected(AzureGateway.stamped(response)))
                .orElseGet(() -> new Accepted(context, session(request, minted)));
    }

    private Optional<VendorResponse> rejection(VendorRequest request, boolean ephemeral) {
        Optional<VendorResponse> unauthenticated = ephemeral ? Optional.empty() : access.rejectionOfSocket(request);
        if (unauthenticated.isPresent()) {
            return unauthenticated;
        }
        Optional<String> model = request.parameter("model").or(() -> request.parameter("deployment"));
        if (!ephemeral && model.filter(this::isForTokensOnly).isPresent()) {
            return Optional.of(AzureErrorResponses.tokensOnly());
        }
        return rejectionOfQuery(request, model);
    }

    /** Recorded 2026-05-26 without an envelope, as an issue quoted it; the misspelling is of 2026-06-10. */
    private Optional<VendorResponse> rejectionOfQuery(VendorRequest request, Optional<String> model) {
        if (model.isEmpty()) {
            return request.asksForTranscription()
                    ? Optional.empty()
                    : Optional.of(AzureErrorResponses.error(400, "OperationNotSupported", NO_QUERY));
        }
        if (request.asksForTranscription()) {
            return Optional.of(AzureErrorResponses.error(400, "OperationNotSupported", WRONG_MODEL));
        }
        return switch (deployments.kind(model.get())) {
            case REALTIME -> Optional.empty();
            case TRANSCRIPTION -> Optional.of(AzureErrorResponses.error(400, "OpperationNotSupported", WRONG_MODEL));
            case NONE -> Optional.of(AzureErrorResponses.noDeployment());
        };
    }

    /** Recorded of this model on the preview's socket (litellm issue 38635, 2026-08-28). */
    private boolean isForTokensOnly(String name) {
        return deployments.isOf("gpt-live-transcribe", name);
    }

    private ObjectNode session(VendorRequest request, Optional<ObjectNode> minted) {
        if (request.asksForTranscription()) {
            return minted.orElseGet(() -> context.protocol().bare());
        }
        String model = request.parameter("model")
                .or(() -> request.parameter("deployment"))
                .orElseThrow();
        return minted.filter(session -> session.path("type").asText().equals("realtime"))
                .orElseGet(() -> GaProtocol.realtime(model));
    }
}
