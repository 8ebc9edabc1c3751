package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Reads the token from a vendor's response.
 *
 * @param dialect the dialect that minted
 * @param replies distinguishes a success from a failure
 * @param toNested the vendor's response in the nested shape
 * @param addresses where the token connects, for a request and its response in the nested shape
 */
public record TokenReader(
        DialectName dialect,
        ReplyReader replies,
        UnaryOperator<ObjectNode> toNested,
        BiFunction<MintRequest, ObjectNode, Addresses> addresses) {

    /**
     * Reads what a token needs: its value, when it expires, and its session. Any other deviation from the contract is
     * passed on with a warning.
     */
    public MintedToken read(MintRequest request, UpstreamReply reply) {
        ObjectNode read = toNested.apply(replies.success(reply));
        ObjectNode response = read.objectNode().setAll(read);
        String value = value(response, reply);
        response.put("expires_at", expiry(response, reply));
        if (!response.path("session").isObject()) {
            throw replies.unreadable(reply, "the response has no session");
        }
        Connection connection = new Connection(dialect.toString(), addresses.apply(request, response))
                .withVendorTime(VendorClock.of(reply))
                .withWarnings(request.warnings())
                .withWarnings(ContractDeviations.warning(response).stream().toList());
        response.remove("value");
        return new MintedToken(
                new Secret(value),
                response,
                connection,
                replies.requestId(reply).orElse(null));
    }

    /** Our own credential is hidden in every reply before it gets here. */
    private String value(ObjectNode response, UpstreamReply reply) {
        JsonNode value = response.path("value");
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw replies.unreadable(reply, "the response has no token");
        }
        if (value.textValue().contains(Redactor.HIDDEN)) {
            throw replies.ownCredential(reply);
        }
        return value.textValue();
    }

    private long expiry(ObjectNode response, UpstreamReply reply) {
        JsonNode expiry = response.path("expires_at");
        if (!expiry.isNumber() || !expiry.canConvertToExactIntegral() || !expiry.canConvertToLong()) {
            throw replies.unreadable(reply, "the response has no expiry");
        }
        return expiry.longValue();
    }
}
