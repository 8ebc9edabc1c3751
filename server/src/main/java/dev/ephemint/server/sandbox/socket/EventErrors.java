package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.RejectedException;
import org.jspecify.annotations.Nullable;

/** The error in an event. A client's identifier is echoed (Azure, 2026-09-24), null if there was none. */
final class EventErrors {

    private EventErrors() {}

    static ObjectNode of(String message, @Nullable String code, @Nullable String param, @Nullable String eventId) {
        return Json.object()
                .put("type", "invalid_request_error")
                .put("code", code)
                .put("message", message)
                .put("param", param)
                .put("event_id", eventId);
    }

    static ObjectNode of(RejectedException rejected, @Nullable String eventId) {
        return of(rejected.text(), rejected.code(), rejected.param().orElse(null), eventId);
    }
}
