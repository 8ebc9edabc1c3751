package dev.ephemint.server.mint.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintWarning;
import java.util.List;

/**
 * The body of a request in the flat shape, as the contract allows it.
 *
 * @param tree shared and not copied, so it is read-only
 * @param repairs what was changed in it, as warnings
 */
public record FlatRequest(ObjectNode tree, List<MintWarning> repairs) {

    public FlatRequest {
        repairs = List.copyOf(repairs);
    }

    /** A prompt may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "FlatRequest[]";
    }
}
