package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A minted credential in the nested shape. Its trees are shared and not copied, so they are read-only.
 *
 * @param value the ephemeral key
 * @param response the vendor's response in the nested shape ({@code expires_at}, {@code session} and any other member)
 *     without {@code value}
 * @param connection how to use it
 * @param requestId the vendor's id of the exchange, or null
 * @param quotas what is left of the caller's limits
 */
public record MintedToken(
        Secret value,
        ObjectNode response,
        Connection connection,
        @Nullable String requestId,
        List<Quota> quotas) {

    public MintedToken {
        response = response.has("value") ? withoutValue(response) : response;
        quotas = List.copyOf(quotas);
    }

    /** Of a caller without limits. */
    public MintedToken(Secret value, ObjectNode response, Connection connection, @Nullable String requestId) {
        this(value, response, connection, requestId, List.of());
    }

    /** A copy of the response, which may be changed. */
    public ObjectNode copyOfResponse() {
        return response.deepCopy();
    }

    private static ObjectNode withoutValue(ObjectNode response) {
        ObjectNode rest = response.objectNode().setAll(response);
        rest.remove("value");
        return rest;
    }

    /** Unix seconds at which the key stops opening sessions; empty where the vendor did not say. */
    public Optional<Long> expiresAt() {
        return Optional.ofNullable(response.get("expires_at"))
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
                .map(node -> node.longValue());
    }

    public Optional<String> vendorRequestId() {
        return Optional.ofNullable(requestId);
    }

    public MintedToken withResponse(ObjectNode other) {
        return new MintedToken(value, other, connection, requestId, quotas);
    }

    public MintedToken withConnection(Connection other) {
        return new MintedToken(value, response, other, requestId, quotas);
    }

    public MintedToken withQuotas(List<Quota> other) {
        return new MintedToken(value, response, connection, requestId, other);
    }

    @Override
    public String toString() {
        return "MintedToken[value=" + value + ", expiresAt=" + expiresAt() + ", connection=" + connection + "]";
    }
}
