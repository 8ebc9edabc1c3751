package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.FlatMint;
import dev.ephemint.server.sandbox.shape.FlatShapes;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.RejectedException;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;

/** Azure OpenAI's preview under {@code /openai/realtimeapi}. */
public record AzurePreview(AzureAccess access, FlatMint mint) implements HttpEndpoint {

    private static final String ROUTE = "/openai/realtimeapi/transcription_sessions";

    /** Seen to work on 2026-06-05; 2024-10-01-preview was seen not to. */
    public static final String VERSION = "2025-04-01-preview";

    @Override
    public VendorResponse respond(VendorRequest request) {
        if (request.isGetTo(AzurePreviewSocket.ROUTE)) {
            return AzureErrorResponses.notUpgraded();
        }
        if (!request.isPostTo(ROUTE) || !VERSION.equals(request.query().get("api-version"))) {
            return AzureErrorResponses.notFound();
        }
        return access.rejection(request).orElseGet(() -> minted(request));
    }

    /** No rejection by this route was published; its socket rejects in OpenAI's words. */
    private VendorResponse minted(VendorRequest request) {
        try {
            ObjectNode body = request.json();
            FlatShapes.AZURE_PREVIEW.check("", body);
            return VendorResponse.json(200, mint.mint(body));
        } catch (RejectedException rejected) {
            return OpenAiErrorResponses.rejection(400, rejected);
        }
    }
}
