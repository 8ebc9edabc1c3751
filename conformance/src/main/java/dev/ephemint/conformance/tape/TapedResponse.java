package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The response of a tape.
 *
 * @param headers those that carry a fact, in lower case; empty if the source shows none
 * @param body empty if the source does not show it
 */
public record TapedResponse(int status, Map<String, String> headers, Optional<JsonNode> body) {
    public TapedResponse {
        headers = Map.copyOf(headers);
    }

    public boolean minted() {
        return status / 100 == 2;
    }
}
