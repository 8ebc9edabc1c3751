package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The body of a request in the flat shape, as the contract allows it.
 *
 * @param tree shared and not copied, so no one changes it
 */
public record FlatRequest(ObjectNode tree) {

    /** A prompt may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "FlatRequest[]";
    }
}
