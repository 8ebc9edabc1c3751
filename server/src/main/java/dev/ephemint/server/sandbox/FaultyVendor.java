package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxFault.ANSWERS_A_PAGE;
import static dev.ephemint.server.sandbox.SandboxFault.CLOCK_AHEAD;
import static dev.ephemint.server.sandbox.SandboxFault.MINT_FAILS;
import static dev.ephemint.server.sandbox.SandboxFault.MINT_FAILS_WITH_BLOCK;
import static dev.ephemint.server.sandbox.SandboxFault.MISSING_SCOPE;
import static dev.ephemint.server.sandbox.SandboxFault.NO_ANSWER;
import static dev.ephemint.server.sandbox.SandboxFault.OVERLOADED;
import static dev.ephemint.server.sandbox.SandboxFault.QUOTA_EXHAUSTED;
import static dev.ephemint.server.sandbox.SandboxFault.RATE_LIMITED;
import static dev.ephemint.server.sandbox.SandboxFault.UNSUPPORTED_COUNTRY;
import static dev.ephemint.server.sandbox.SandboxFault.WRONG_HOST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vendor with a fault that shows in its answers, whatever is asked. */
record FaultyVendor(SandboxOptions options, HttpEndpoint behind) implements HttpEndpoint {

    /** OpenAI's texts as its error codes have them (2026); its type for a missing scope was not told. */
    private static final Map<SandboxFault, VendorResponse> OPENAI = Map.of(
            MISSING_SCOPE,
            error(
                    401,
                    "invalid_request_error",
                    null,
                    "You have insufficient permissions for this operation. Missing scopes: api.model.request."),
            UNSUPPORTED_COUNTRY,
            error(
                    403,
                    "request_forbidden",
                    "unsupported_country_region_territory",
                    "Country, region, or territory not supported"),
            RATE_LIMITED,
            error(429, "requests", "rate_limit_exceeded", "Rate limit reached.").with("retry-after", "20"),
            QUOTA_EXHAUSTED,
            error(429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota."));

    /** Of Azure's chat route (TinyLLM issue 17), with its 86400 seconds; the header is Microsoft's guide of 2026-09-20. */
    private static final VendorResponse AZURE_RATE_LIMITED = AzureAccess.error(
                    429,
                    "429",
                    "Requests to the Realtime Operation under Azure OpenAI API version v1 have exceeded token rate limit"
                            + " of your current S0 pricing tier. Please retry after 86400 seconds.")
            .with("retry-after-ms", "20000");

    private static final Map<SandboxFault, VendorResponse> EVERYWHERE = Map.of(
            WRONG_HOST, VendorResponse.empty(404),
            MINT_FAILS, VendorResponse.empty(500),
            OVERLOADED,
                    error(503, "service_unavailable_error", "server_is_overloaded", "The server is overloaded.")
                            .with("retry-after", "2"),
            NO_ANSWER, VendorResponse.NEVER,
            ANSWERS_A_PAGE,
                    new VendorResponse(
                            200, Map.of("content-type", "text/html"), "<html><body>Please sign in</body></html>"));

    @Override
    public VendorResponse respond(VendorRequest request) {
        VendorResponse response = faults(request).orElseGet(() -> behind.respond(request));
        return options.has(CLOCK_AHEAD) ? response.with("date", now()) : response;
    }

    private Optional<VendorResponse> faults(VendorRequest request) {
        if (options.has(MINT_FAILS_WITH_BLOCK) && hasBlock(request)) {
            return Optional.of(VendorResponse.empty(500));
        }
        if (options.dialect().startsWith("azure")) {
            return options.has(RATE_LIMITED) ? Optional.of(AZURE_RATE_LIMITED) : of(EVERYWHERE);
        }
        return of(OPENAI).or(() -> of(EVERYWHERE));
    }

    private Optional<VendorResponse> of(Map<SandboxFault, VendorResponse> responses) {
        return options.faults().stream()
                .filter(responses::containsKey)
                .findFirst()
                .map(responses::get);
    }

    private static boolean hasBlock(VendorRequest request) {
        try {
            ObjectNode body = request.json();
            return body.at("/session/audio/input/transcription").isObject()
                    || body.path("input_audio_transcription").isObject();
        } catch (RejectedException unreadable) {
            return false;
        }
    }

    private String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                options.clock().instant().atOffset(ZoneOffset.UTC));
    }

    private static VendorResponse error(int status, String type, @Nullable String code, String message) {
        ObjectNode error =
                Json.object().put("message", message).put("type", type).putNull("param");
        return VendorResponse.prettyJson(status, Json.object().setAll(Map.of("error", error.put("code", code))));
    }
}
