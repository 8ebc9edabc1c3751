package dev.ephemint.server.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors in OpenAI's envelope, which Azure uses as well if a body is malformed. */
public final class OpenAiErrorResponses {

    private OpenAiErrorResponses() {}

    public static VendorResponse rejection(int status, RejectedException rejected) {
        return error(status, rejected.text(), rejected.param().orElse(null), rejected.code());
    }

    public static VendorResponse error(int status, String message, @Nullable String param, @Nullable String code) {
        return error(status, "invalid_request_error", message, param, code);
    }

    public static VendorResponse error(
            int status, String type, String message, @Nullable String param, @Nullable String code) {
        ObjectNode error = Json.object()
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return VendorResponse.prettyJson(status, Json.object().setAll(Map.of("error", error)));
    }
}
