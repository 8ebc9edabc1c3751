package dev.ephemint.server.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.http.gate.JsonText;
import dev.ephemint.server.http.gate.NotJsonException;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.schema.ContractSchema;
import java.util.Arrays;

/** A request that the contract allows is either encoded for the vendor or rejected as a mint failure. */
public final class DialectEncodeTarget {
    private static final ContractSchema CONTRACT = ContractSchema.of(Document.CONTRACT);

    /** The flat names are longer than the nested ones, and a dialect adds a few members. */
    private static final int FIXED = 400;

    private static final int FACTOR = 4;

    private DialectEncodeTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        try {
            ObjectNode body = JsonText.object(Arrays.copyOfRange(input, 1, input.length));
            if (CONTRACT.validate("ClientSecretRequest", body).isEmpty()) {
                encode(Dialects.of(input[0]), MintRequest.of(body));
            }
        } catch (NotJsonException | MintFailedException refused) {
            // The caller's fault, reported as such.
            return;
        }
    }

    private static void encode(Dialect dialect, MintRequest request) {
        dialect.refuseSessionType(request);
        UpstreamCall call = dialect.encode(request);
        if (!call.uri().getHost().matches("vendor\\.example|res\\.openai\\.azure\\.com")
                || !call.headers().isEmpty()) {
            throw new AssertionError("a request changes the address of the call: " + call);
        }
        int sent = call.body().toString().length();
        int asked = request.body().toString().length();
        if (sent > FACTOR * asked + FIXED) {
            throw new AssertionError(asked + " characters become " + sent);
        }
        dialect.sessionUpdate(request);
    }
}
