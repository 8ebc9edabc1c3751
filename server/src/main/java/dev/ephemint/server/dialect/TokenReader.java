package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Reads the token out of a vendor's answer.
 *
 * @param dialect the dialect's name
 * @param replies tells an answer from a failure
 * @param toNested the vendor's answer in the nested shape
 * @param addresses where the token connects, for a request and its answer in the nested shape
 */
public record TokenReader(
        String dialect,
        ReplyReader replies,
        UnaryOperator<ObjectNode> toNested,
        BiFunction<MintRequest, ObjectNode, Addresses> addresses) {

    public MintedToken read(MintRequest request, UpstreamReply reply) {
        ObjectNode answer = toNested.apply(replies.success(reply));
        JsonNode value = answer.path("value");
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw replies.unreadable(reply, "the answer holds no token");
        }
        JsonNode expiry = answer.path("expires_at");
        if (!expiry.isNumber() || !expiry.canConvertToExactIntegral() || !expiry.canConvertToLong()) {
            throw replies.unreadable(reply, "the answer says no expiry");
        }
        answer.put("expires_at", expiry.longValue());
        if (!answer.path("session").isObject()) {
            throw replies.unreadable(reply, "the answer holds no session");
        }
        Connection connection = new Connection(dialect, addresses.apply(request, answer))
                .withVendorTime(VendorClock.of(reply))
                .withWarnings(request.warnings());
        return new MintedToken(
                new Secret(value.textValue()),
                answer,
                connection,
                replies.requestId(reply).orElse(null));
    }
}
