package dev.ephemint.client.internal;

import dev.ephemint.contract.ErrorEnvelope;
import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The redacted error of a response or event in OpenAI's envelope. Read more leniently than the contract's model, because
 * proxies may send other shapes.
 */
public record ErrorDetails(
        @Nullable String type,
        @Nullable String code,
        @Nullable String param,
        @Nullable String message) implements Serializable {

    public static final ErrorDetails NONE = new ErrorDetails(null, null, null, null);

    public static ErrorDetails read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return NONE;
        }
        ErrorEnvelope error = ErrorEnvelope.ofContract(body);
        return new ErrorDetails(error.type(), error.code(), error.param(), error.message());
    }

    public String describe() {
        if (equals(NONE)) {
            return "without an error in the contract's form";
        }
        String name = code != null ? code : type != null ? type : "error";
        return (message == null ? name : name + ": " + message) + (isParamNew() ? " (param " + param + ")" : "");
    }

    /** Most vendor messages already name the parameter. */
    private boolean isParamNew() {
        return param != null && (message == null || !message.contains(param));
    }

    /** Whether another attempt fails for the same reason. */
    public boolean isFinal() {
        return kind().map(FailureKind::isFinal).orElse(false);
    }

    public Optional<FailureKind> kind() {
        return FailureCodes.kind(type, code);
    }
}
