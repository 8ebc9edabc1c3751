package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Azure OpenAI's preview under {@code /openai/realtimeapi}, and its socket's address, which leads nowhere. */
record AzurePreview(AzureDoor door, FlatMint mint) implements Vendor {

    private static final String ROUTE = "/openai/realtimeapi/transcription_sessions";
    private static final String SOCKET = "/openai/realtime";

    /** Seen to work on 2026-06-05; 2024-10-01-preview was seen not to. */
    private static final String VERSION = "2025-04-01-preview";

    @Override
    public Answer answer(Inquiry inquiry) {
        if (inquiry.target().path().equals(SOCKET)) {
            return socket(inquiry);
        }
        if (!inquiry.isPostTo(ROUTE) || !VERSION.equals(inquiry.query().get("api-version"))) {
            return AzureDoor.notFound();
        }
        return door.refusal(inquiry).orElseGet(() -> minted(inquiry));
    }

    /** 302 to an address without {@code /openai} (recorded 2026-06), and 400 with a deployment (2026-06-12). */
    private static Answer socket(Inquiry inquiry) {
        if (!"transcription".equals(inquiry.query().get("intent"))) {
            return AzureDoor.notFound();
        }
        if (inquiry.query().containsKey("deployment")) {
            return AzureDoor.error(
                    400,
                    "OperationNotSupported",
                    "The realtime operation does not work with the specified model. Please choose different model and"
                            + " try again.");
        }
        Inquiry.Target target = inquiry.target();
        return Answer.empty(302).with("location", "wss://" + target.host() + "/v1/realtime?" + target.rawQuery());
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
