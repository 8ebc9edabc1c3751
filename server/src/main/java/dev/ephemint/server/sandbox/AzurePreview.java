package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Azure OpenAI's preview under {@code /openai/realtimeapi}. */
record AzurePreview(AzureDoor door, FlatMint mint) implements Vendor {

    private static final String ROUTE = "/openai/realtimeapi/transcription_sessions";

    /** Seen to work on 2026-06-05; 2024-10-01-preview was seen not to. */
    static final String VERSION = "2025-04-01-preview";

    @Override
    public Answer answer(Inquiry inquiry) {
        if (inquiry.isGetTo(AzurePreviewSocket.ROUTE)) {
            return AzureDoor.notUpgraded();
        }
        if (!inquiry.isPostTo(ROUTE) || !VERSION.equals(inquiry.query().get("api-version"))) {
            return AzureDoor.notFound();
        }
        return door.refusal(inquiry).orElseGet(() -> minted(inquiry));
    }

    /** Nobody published a refusal of this route; its socket refuses in OpenAI's words. */
    private Answer minted(Inquiry inquiry) {
        try {
            ObjectNode body = inquiry.json();
            FlatShapes.AZURE_PREVIEW.check("", body);
            return Answer.json(200, mint.mint(body));
        } catch (RefusedException refused) {
            return OpenAi.refusal(400, refused);
        }
    }
}
