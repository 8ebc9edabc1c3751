package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A minted credential in the nested shape.
 *
 * @param value the ephemeral key
 * @param answer the vendor's answer in the nested shape ({@code expires_at}, {@code session} and whatever else came)
 *     without {@code value}
 * @param connection how to use it
 * @param requestId the vendor's id of the exchange, or null
 */
public record MintedToken(
        Secret value,
        ObjectNode answer,
        Connection connection,
        @Nullable String requestId) {

    public MintedToken {
        answer = answer.deepCopy();
        answer.remove("value");
    }

    /** A copy: a token is immutable. */
    @Override
    public ObjectNode answer() {
        return answer.deepCopy();
    }

    /** Unix seconds at which the key stops opening sessions; empty where the vendor did not say. */
    public Optional<Long> expiresAt() {
        return Optional.ofNullable(answer.get("expires_at"))
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
                .map(node -> node.longValue());
    }

    public Optional<String> vendorRequestId() {
        return Optional.ofNullable(requestId);
    }

    public MintedToken withConnection(Connection other) {
        return new MintedToken(value, answer, other, requestId);
    }

    @Override
    public String toString() {
        return "MintedToken[value=" + value + ", expiresAt=" + expiresAt() + ", connection=" + connection + "]";
    }
}
