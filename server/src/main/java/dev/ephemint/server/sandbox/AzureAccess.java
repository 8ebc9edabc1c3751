package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets in at Azure, and its words for everybody else.
 *
 * @param key what {@code api-key} must hold
 * @param entra what a Bearer must be; the key itself is none
 * @param faults what is wrong with the resource or the token's owner
 */
record AzureAccess(Secret key, EntraTokens entra, Set<SandboxFault> faults) {

    /** A 401 of Azure's gateway, which has an envelope of its own (azure-sdk-for-python issue 40260). */
    private static final String NO_TOKEN = "Unauthorized. Access token is missing, invalid, audience is incorrect"
            + " (https://cognitiveservices.azure.com), or have expired.";

    /** Azure OpenAI's text on its other routes; nobody recorded it on a realtime one. */
    private static final String WRONG_KEY = "Access denied due to invalid subscription key or wrong API endpoint. Make"
            + " sure to provide a valid key for an active subscription and use a correct regional API endpoint for your"
            + " resource.";

    /** Microsoft's troubleshooting of Entra, 2026. */
    private static final String NO_ACCESS = "Principal does not have access to API/Operation.";

    /** Refused on {@code client_secrets} itself, in a public file of 2026. */
    private static final String KEYS_DISABLED = "Key based authentication is disabled for this resource.";

    /** What the door says to one who must stay outside. */
    Optional<VendorResponse> rejection(VendorRequest request) {
        Optional<String> sent = request.header("api-key");
        if (sent.isPresent()) {
            return rejectionOfKey(sent.get());
        }
        Secret taken = faults.contains(SandboxFault.OTHER_AUDIENCE) ? entra.older() : entra.current();
        if (request.bearer().filter(taken.reveal()::equals).isEmpty()) {
            return Optional.of(unauthorized());
        }
        return faults.contains(SandboxFault.NO_ROLE)
                ? Optional.of(error(401, "PermissionDenied", NO_ACCESS))
                : Optional.empty();
    }

    /** On a socket the key may stand in the query too (101 on 2026-06-10); as a subprotocol it was refused with 401. */
    Optional<VendorResponse> rejectionOfSocket(VendorRequest request) {
        Optional<String> sent = request.parameter("api-key");
        return sent.isPresent() ? rejectionOfKey(sent.get()) : rejection(request);
    }

    private Optional<VendorResponse> rejectionOfKey(String sent) {
        if (faults.contains(SandboxFault.KEYS_DISABLED)) {
            return Optional.of(error(403, "AuthenticationTypeDisabled", KEYS_DISABLED));
        }
        return sent.equals(key.reveal()) ? Optional.empty() : Optional.of(error(401, "401", WRONG_KEY));
    }

    /** What an HTTP request gets where a socket is: pipecat issue 1167. */
    static VendorResponse notUpgraded() {
        return VendorResponse.json(
                400, Json.object().put("statusCode", 400).put("message", "Invalid websocket upgrade request"));
    }

    static VendorResponse unauthorized() {
        return VendorResponse.json(401, Json.object().put("statusCode", 401).put("message", NO_TOKEN));
    }

    /** With the two spaces of the report (litellm issue 38635, 2026-08-28). */
    static VendorResponse tokensOnly() {
        return error(401, "Unauthorized", "This operation requires ephemeral  authentication.");
    }

    /** Of a call with anything but a token (probe of 2026-06-10; the message is what was told). */
    static VendorResponse tokenForCallOnly() {
        return error(401, "Unauthorized", "Realtime session ephemeral token is required.");
    }

    /** Azure's errors have neither type nor parameter (recorded 2026-03-19 to 2026-06-10). */
    static VendorResponse error(int status, String code, String message) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        return VendorResponse.json(status, Json.object().setAll(Map.of("error", error)));
    }

    /** Reported for {@code /openai/realtime/sessions}, and of {@code translations/calls} on 2026-06-10. */
    static VendorResponse notFound() {
        return error(404, "404", "Resource not found");
    }
}
