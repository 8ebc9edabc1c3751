package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.VendorError;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vendor's error body. Five forms occur: OpenAI's envelope, Azure's with only {@code code} and
 * {@code message}, that one without an envelope (Azure socket handshake, 2026-05-26), Azure's gateway form
 * {@code {"statusCode", "message"}}, and {@code {"detail"}}.
 */
public final class ErrorEnvelope {

    private static final String NO_TEXT = "The vendor gave no reason.";

    private ErrorEnvelope() {}

    /** What a reply that is no success says of itself. */
    public static VendorError of(UpstreamReply reply) {
        return read(ReplyReader.parse(reply.body()));
    }

    /** What an event says of an error, be it the event's own or its {@code error}. */
    public static VendorError read(JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.get("error") : body;
        String message = firstText(error.path("message"), error.path("detail"), body.path("error"));
        return new VendorError(
                text(error.path("code")),
                text(error.path("param")),
                message == null ? NO_TEXT : Scrubber.scrub(message));
    }

    private static @Nullable String firstText(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            String text = text(candidate);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Empty members are as good as none: OpenAI has sent an error of four empty strings. */
    private static @Nullable String text(JsonNode node) {
        String text = node.isNumber() ? node.asText() : node.textValue();
        return text == null || text.isBlank() ? null : Scrubber.scrub(text);
    }
}
