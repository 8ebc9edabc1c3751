package dev.ephemint.conformance.tape;

import java.util.Map;
import java.util.Optional;

/**
 * The handshake's request.
 *
 * @param target path and query, empty if the source does not show them
 * @param headers those that carry a fact, in lower case, with <code>{key}</code> and <code>{entra}</code> for credentials;
 *     empty if the source shows none
 */
public record TapedUpgrade(Optional<String> target, Map<String, String> headers) {
    public TapedUpgrade {
        headers = Map.copyOf(headers);
    }
}
