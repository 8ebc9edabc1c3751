package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.redaction.Redactor;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An error body, redacted. Members that are missing, blank or not in their own alphabet are null.
 *
 * @param message for people
 */
public record ErrorEnvelope(
        @Nullable String type,
        @Nullable String code,
        @Nullable String param,
        @Nullable String message) {

    private static final Redactor REDACTOR = Redactor.ofShapes();

    /** The error of this contract's own responses: the member {@code error}, and nothing else. */
    public static ErrorEnvelope ofContract(String body) {
        JsonNode error = parse(body).path("error");
        return of(error, error.path("message"));
    }

    /**
     * The error in any form that a vendor uses. Five occur: OpenAI's envelope, Azure's with only {@code code} and
     * {@code message}, that one without an envelope (Azure socket handshake, 2026-05-26), Azure's gateway form
     * {@code {"statusCode", "message"}}, and {@code {"detail"}}.
     */
    public static ErrorEnvelope ofVendor(JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.get("error") : body;
        return of(error, error.path("message"), error.path("detail"), body.path("error"));
    }

    private static ErrorEnvelope of(JsonNode error, JsonNode... messages) {
        return new ErrorEnvelope(
                text(error.path("type")).flatMap(REDACTOR::code).orElse(null),
                text(error.path("code")).flatMap(REDACTOR::code).orElse(null),
                text(error.path("param")).flatMap(REDACTOR::param).orElse(null),
                Stream.of(messages)
                        .flatMap(message -> text(message).stream())
                        .findFirst()
                        .map(REDACTOR::text)
                        .orElse(null));
    }

    /** Blank members are as good as none: OpenAI has sent an error of four empty strings. */
    private static Optional<String> text(JsonNode node) {
        String text = node.isNumber() ? node.asText() : node.textValue();
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    private static JsonNode parse(String body) {
        try {
            return ContractJson.mapper().readTree(body);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return MissingNode.getInstance();
        }
    }
}
