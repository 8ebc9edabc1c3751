package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import java.util.Map;

/**
 * The limits of a request's structure; the contract states both numbers as {@code x-limits}.
 *
 * @param depth levels of objects and arrays, the body itself being the first
 * @param values members and items, counted at every level
 */
record BodyLimits(int depth, int values) {

    static final BodyLimits OF_THE_CONTRACT = new BodyLimits(64, 10_000);

    /** @throws RequestRejectedException naming the member of the body in which a limit is passed */
    void check(JsonNode body) {
        int left = values;
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            left -= 1 + count(member.getKey(), member.getValue(), depth - 1, left - 1);
        }
    }

    /** The values below a node, all of which are to fit into what is left. */
    private int count(String member, JsonNode node, int levels, int left) {
        if (node.isContainerNode() && levels == 0) {
            throw rejection(member, "body_too_deep", "nested deeper than " + depth + " levels");
        }
        int counted = node.size();
        if (counted > left) {
            throw rejection(member, "body_too_large", "more than " + values + " members and items in the request");
        }
        for (JsonNode child : node) {
            counted += count(member, child, levels - 1, left - counted);
        }
        return counted;
    }

    private static RequestRejectedException rejection(String member, String code, String problem) {
        return new RequestRejectedException(
                FailureResponse.invalidRequest(400, code, "Invalid '" + member + "': " + problem + ".")
                        .withParam(member));
    }
}
