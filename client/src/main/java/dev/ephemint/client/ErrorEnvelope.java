package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error in OpenAI's envelope, scrubbed. Read more leniently than the contract's model, because what stands between
 * client and service answers as it likes.
 */
record ErrorEnvelope(
        @Nullable String type,
        @Nullable String code,
        @Nullable String param,
        @Nullable String message) implements Serializable {

    /** Exceptions print on one line, whatever a vendor writes. */
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    static final ErrorEnvelope NONE = new ErrorEnvelope(null, null, null, null);

    static ErrorEnvelope read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return NONE;
        }
        try {
            JsonNode error = ContractJson.mapper().readTree(body).path("error");
            return new ErrorEnvelope(
                    text(error, "type"), text(error, "code"), text(error, "param"), text(error, "message"));
        } catch (JsonProcessingException notJson) {
            return NONE;
        }
    }

    String describe() {
        if (equals(NONE)) {
            return "without an error in the contract's form";
        }
        String name = code != null ? code : type != null ? type : "error";
        return (message == null ? name : name + ": " + message) + (isParamNew() ? " (param " + param + ")" : "");
    }

    /** Vendors' messages name the parameter more often than not. */
    private boolean isParamNew() {
        return param != null && (message == null || !message.contains(param));
    }

    /** Whether another attempt fails for the same reason. */
    boolean isFinal() {
        return kind().map(FailureKind::isFinal).orElse(false);
    }

    Optional<FailureKind> kind() {
        return FailureCodes.kind(type, code);
    }

    private static @Nullable String text(JsonNode error, String member) {
        JsonNode value = error.path(member);
        return value.isTextual() && !value.textValue().isEmpty()
                ? Scrubber.scrub(LINES.matcher(value.textValue()).replaceAll(" "))
                : null;
    }
}
