package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The body of a request in the nested shape, as the contract allows it.
 *
 * @param tree shared and not copied, so no one changes it
 */
public record NestedRequest(ObjectNode tree) {

    /** Instructions and tools may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "NestedRequest[]";
    }
}
