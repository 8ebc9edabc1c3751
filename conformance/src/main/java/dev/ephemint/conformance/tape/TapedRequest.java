package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The request of a tape.
 *
 * @param target path and query
 * @param body empty if the source does not show it; a JSON null is a body
 */
public record TapedRequest(String method, String target, Optional<JsonNode> body) {}
