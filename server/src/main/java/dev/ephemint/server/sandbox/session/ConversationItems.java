package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;

/** Items of a conversation, as they were recorded. */
final class ConversationItems {

    /** Published whole on 2026-02-21, from the beta. */
    private static final String UTTERANCE = """
            {"id": "", "type": "message", "status": "completed", "role": "user",
             "content": [{"type": "input_audio", "transcript": null}]}""";

    private ConversationItems() {}

    static ObjectNode utterance(String id) {
        return Json.template(UTTERANCE).put("id", id);
    }
}
