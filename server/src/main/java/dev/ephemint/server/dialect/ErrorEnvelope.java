package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Redactor;
import dev.ephemint.server.mint.VendorError;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a vendor's error body. Five forms occur: OpenAI's envelope, Azure's with only {@code code} and
 * {@code message}, that one without an envelope (Azure socket handshake, 2026-05-26), Azure's gateway form
 * {@code {"statusCode", "message"}}, and {@code {"detail"}}. Codes and params are taken only in their own alphabets.
 */
public final class ErrorEnvelope {

    private static final String NO_TEXT = "The vendor gave no reason.";

    private static final Redactor REDACTOR = Redactor.ofShapes();

    private ErrorEnvelope() {}

    /** What a reply that is no success says of itself. */
    public static VendorError of(UpstreamReply reply) {
        return read(ReplyReader.parse(reply.body()));
    }

    /** What an event says of an error, be it the event's own or its {@code error}. */
    public static VendorError read(JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.get("error") : body;
        return new VendorError(
                text(error.path("code")).flatMap(REDACTOR::code).orElse(null),
                text(error.path("param")).flatMap(REDACTOR::param).orElse(null),
                firstText(error.path("message"), error.path("detail"), body.path("error")));
    }

    private static String firstText(JsonNode... candidates) {
        return Stream.of(candidates)
                .flatMap(candidate -> text(candidate).stream())
                .findFirst()
                .map(REDACTOR::text)
                .orElse(NO_TEXT);
    }

    /** Empty members are as good as none: OpenAI has sent an error of four empty strings. */
    private static Optional<String> text(JsonNode node) {
        String text = node.isNumber() ? node.asText() : node.textValue();
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
