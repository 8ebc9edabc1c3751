package dev.ephemint.server.sandbox.azure;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;

/**
 * The key and the token that an Azure resource accepts.
 *
 * @param key the value of {@code api-key}
 * @param token the value of a bearer; the key itself is not one
 */
public record AzureCredentials(Secret key, Secret token) implements AzureAccess {

    /** Azure OpenAI's text on its other routes; not recorded on a realtime one. */
    private static final String WRONG_KEY = "Access denied due to invalid subscription key or wrong API endpoint. Make"
            + " sure to provide a valid key for an active subscription and use a correct regional API endpoint for your"
            + " resource.";

    @Override
    public Optional<VendorResponse> rejectionOfKey(String sent) {
        return sent.equals(key.reveal())
                ? Optional.empty()
                : Optional.of(AzureErrorResponses.error(401, "401", WRONG_KEY));
    }

    @Override
    public Optional<VendorResponse> rejectionOfToken(Optional<String> sent) {
        return sent.filter(token.reveal()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(AzureErrorResponses.unauthorized());
    }
}
