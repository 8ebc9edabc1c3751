package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Map;

/** Azure's error responses, word by word. */
public final class AzureErrorResponses {

    /** A 401 of Azure's gateway, which has an envelope of its own (azure-sdk-for-python issue 40260). */
    private static final String NO_TOKEN = "Unauthorized. Access token is missing, invalid, audience is incorrect"
            + " (https://cognitiveservices.azure.com), or have expired.";

    private AzureErrorResponses() {}

    /** Azure's errors have neither type nor parameter (recorded 2026-03-19 to 2026-06-10). */
    public static VendorResponse error(int status, String code, String message) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        return VendorResponse.json(status, Json.object().setAll(Map.of("error", error)));
    }

    /** The response to an HTTP request at a socket's path: pipecat issue 1167. */
    static VendorResponse notUpgraded() {
        return VendorResponse.json(
                400, Json.object().put("statusCode", 400).put("message", "Invalid websocket upgrade request"));
    }

    static VendorResponse unauthorized() {
        return VendorResponse.json(401, Json.object().put("statusCode", 401).put("message", NO_TOKEN));
    }

    /** With the two spaces of the report (litellm issue 38635, 2026-08-28). */
    public static VendorResponse tokensOnly() {
        return error(401, "Unauthorized", "This operation requires ephemeral  authentication.");
    }

    /** To a call with anything but a token (probe of 2026-06-10, which reports the message). */
    static VendorResponse tokenForCallOnly() {
        return error(401, "Unauthorized", "Realtime session ephemeral token is required.");
    }

    /** Reported for {@code /openai/realtime/sessions}, and of {@code translations/calls} on 2026-06-10. */
    static VendorResponse notFound() {
        return error(404, "404", "Resource not found");
    }

    static VendorResponse noDeployment() {
        return error(
                404,
                "DeploymentNotFound",
                "The API deployment for this resource does not exist. If you created the deployment within the last 5"
                        + " minutes, please wait a moment and try again.");
    }
}
