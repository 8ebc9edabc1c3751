package dev.ephemint.server.dialect.openai;

import dev.ephemint.server.dialect.ReplyReader;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.VendorError;
import java.util.List;
import java.util.function.UnaryOperator;

/** What both of OpenAI's dialects have in common. */
final class OpenAiCall {

    /** Documented in the SDKs' READMEs for every REST response. */
    private static final List<String> REQUEST_ID = List.of("x-request-id");

    /** The only channel for it: there is no body member, and it binds to the session (OpenAI's realtime guide). */
    private static final String SAFETY_IDENTIFIER = "openai-safety-identifier";

    private OpenAiCall() {}

    static UpstreamCall withSafetyIdentifier(UpstreamCall call, MintRequest request) {
        String identifier = request.safetyIdentifier();
        if (identifier == null) {
            return call;
        }
        if (!identifier.matches("[\\x21-\\x7e]{1,512}")) {
            throw new MintFailedException(new InvalidRequest(
                    "OpenAI-Safety-Identifier",
                    "invalid_value",
                    "The header 'OpenAI-Safety-Identifier' must have 1 to 512 visible ASCII characters."));
        }
        return call.withHeader(SAFETY_IDENTIFIER, identifier);
    }

    static ReplyReader replies(UnaryOperator<VendorError> vendorError) {
        return new ReplyReader(REQUEST_ID, vendorError);
    }
}
