package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Azure OpenAI's preview under {@code /openai/realtimeapi}. */
record AzurePreview(AzureAccess access, FlatMint mint) implements HttpEndpoint {

    private static final String ROUTE = "/openai/realtimeapi/transcription_sessions";

    /** Seen to work on 2026-06-05; 2024-10-01-preview was seen not to. */
    static final String VERSION = "2025-04-01-preview";

    @Override
    public VendorResponse respond(VendorRequest request) {
        if (request.isGetTo(AzurePreviewSocket.ROUTE)) {
            return AzureErrors.notUpgraded();
        }
        if (!request.isPostTo(ROUTE) || !VERSION.equals(request.query().get("api-version"))) {
            return AzureErrors.notFound();
        }
        return access.rejection(request).orElseGet(() -> minted(request));
    }

    /** Nobody published a refusal of this route; its socket refuses in OpenAI's words. */
    private VendorResponse minted(VendorRequest request) {
        try {
            ObjectNode body = request.json();
            FlatShapes.AZURE_PREVIEW.check("", body);
            return VendorResponse.json(200, mint.mint(body));
        } catch (RejectedException rejected) {
            return OpenAiErrors.rejection(400, rejected);
        }
    }
}
