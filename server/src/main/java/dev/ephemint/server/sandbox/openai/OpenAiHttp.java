package dev.ephemint.server.sandbox.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.RejectedException;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * OpenAI's HTTP: one route that mints, and no other.
 *
 * @param route the one path that is alive: {@code client_secrets} on GA, {@code transcription_sessions} on the beta
 * @param mint returns the response to an accepted body and throws {@link RejectedException} for any other
 */
public record OpenAiHttp(String route, Secret key, TokenRegistry ids, UnaryOperator<ObjectNode> mint)
        implements HttpEndpoint {

    static final String GA_ROUTE = "/v1/realtime/client_secrets";
    public static final String NO_KEY = "Missing bearer or basic authentication in header";
    static final String BETA_ROUTE = "/v1/realtime/transcription_sessions";

    @Override
    public VendorResponse respond(VendorRequest request) {
        return routed(request)
                .with("x-request-id", "req_" + ids.hex(16))
                .with("openai-processing-ms", "1")
                .with("openai-version", "2020-10-01");
    }

    /** The dead route was recorded in 2026; the wrong method is the text of OpenAI's other routes, not seen on this. */
    private VendorResponse routed(VendorRequest request) {
        String path = request.target().path();
        String requested = request.method() + " " + path;
        if (!path.equals(route)) {
            return OpenAiErrorResponses.error(404, "Invalid URL (" + requested + ")", null, null);
        }
        if (!request.isPostTo(route)) {
            return OpenAiErrorResponses.error(
                    405, "Invalid method for URL (" + requested + ")", null, "method_not_supported");
        }
        return unauthorized(request).orElseGet(() -> minted(request));
    }

    /** A call takes the key and a token alike (the guide; recorded 2026-07-24 with the key). */
    Optional<VendorResponse> rejectionOfCall(VendorRequest request) {
        return request.bearer().filter(ids::isValid).isPresent() ? Optional.empty() : unauthorized(request);
    }

    /** Both texts from the socket of 2026-09-18; without a header there is no code. */
    Optional<VendorResponse> unauthorized(VendorRequest request) {
        Optional<String> sent = request.bearer();
        if (sent.isEmpty()) {
            return Optional.of(OpenAiErrorResponses.error(401, NO_KEY, null, null));
        }
        if (sent.get().equals(key.reveal())) {
            return Optional.empty();
        }
        return Optional.of(OpenAiErrorResponses.error(401, incorrect(sent.get()), null, "invalid_api_key"));
    }

    static String incorrect(String sent) {
        return "Incorrect API key provided: " + masked(sent)
                + ". You can find your API key at https://platform.openai.com/account/api-keys.";
    }

    /** Eight characters at the front and four at the end stay readable, as recorded: that is why it must be scrubbed. */
    private static String masked(String key) {
        int hidden = key.length() - 12;
        return hidden < 1
                ? "*".repeat(key.length())
                : key.substring(0, 8) + "*".repeat(hidden) + key.substring(key.length() - 4);
    }

    private VendorResponse minted(VendorRequest request) {
        try {
            return VendorResponse.json(200, mint.apply(request.json()));
        } catch (RejectedException rejected) {
            return OpenAiErrorResponses.rejection(400, rejected);
        }
    }

    @Override
    public String toString() {
        return "OpenAi[" + route + "]";
    }
}
