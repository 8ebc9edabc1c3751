package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.socket.HandshakeResult;
import dev.ephemint.server.sandbox.socket.HandshakeResult.Accepted;
import dev.ephemint.server.sandbox.socket.HandshakeResult.Rejected;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;

/**
 * The socket of Azure's preview, for transcription only. In one region it redirected to an address without
 * {@code /openai} (2026-06), in another it connected in the same month.
 */
record AzurePreviewSocket(AzureAccess access, SandboxDeployments deployments, SocketContext context)
        implements SocketEndpoint {

    static final String ROUTE = "/openai/realtime";

    @Override
    public Optional<HandshakeResult> accept(VendorRequest request) {
        return request.isGetTo(ROUTE) ? Optional.of(result(request)) : Optional.empty();
    }

    private HandshakeResult result(VendorRequest request) {
        Optional<ObjectNode> minted = request.bearer().flatMap(context.ids()::session);
        return rejection(request, minted.isPresent())
                .<HandshakeResult>map(response -> new Rejected(AzureGateway.stamped(response)))
                .orElseGet(() -> new Accepted(
                        context, minted.orElseGet(() -> context.protocol().bare())));
    }

    private Optional<VendorResponse> rejection(VendorRequest request, boolean ephemeral) {
        Optional<VendorResponse> unauthenticated = ephemeral ? Optional.empty() : access.rejectionOfSocket(request);
        return unauthenticated.isPresent() ? unauthenticated : rejectionOfQuery(request, ephemeral);
    }

    /** 400 with a deployment (2026-06-12), 401 for a standing key and a model that requires tokens (2026-08-28). */
    private Optional<VendorResponse> rejectionOfQuery(VendorRequest request, boolean ephemeral) {
        if (!request.asksForTranscription()) {
            return Optional.of(AzureErrorResponses.notFound());
        }
        Optional<String> deployment = request.parameter("deployment");
        if (deployment.isPresent()) {
            boolean forTokensOnly = !ephemeral && deployments.isOf("gpt-live-transcribe", deployment.get());
            return Optional.of(
                    forTokensOnly
                            ? AzureErrorResponses.tokensOnly()
                            : AzureErrorResponses.error(400, "OperationNotSupported", AzureSocket.WRONG_MODEL));
        }
        if (request.parameter("api-version")
                .filter(AzurePreview.VERSION::equals)
                .isEmpty()) {
            return Optional.of(AzureErrorResponses.notFound());
        }
        return Optional.empty();
    }
}
