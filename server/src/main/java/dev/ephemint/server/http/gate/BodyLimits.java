package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
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
            left--;
            if (member.getValue() instanceof ContainerNode) {
                left -= count(member.getKey(), member.getValue(), depth - 1, left);
            } else if (left < 0) {
                throw tooLarge(member.getKey());
            }
        }
    }

    /** The values below an object or array, all of which are to fit into what is left. */
    private int count(String member, JsonNode node, int levels, int left) {
        if (levels == 0) {
            throw rejection(member, "body_too_deep", "nested deeper than " + depth + " levels");
        }
        int counted = node.size();
        if (counted > left) {
            throw tooLarge(member);
        }
        for (JsonNode child : node) {
            if (child instanceof ContainerNode) {
                counted += count(member, child, levels - 1, left - counted);
            }
        }
        return counted;
    }

    private RequestRejectedException tooLarge(String member) {
        return rejection(member, "body_too_large", "more than " + values + " members and items in the request");
    }

    private static RequestRejectedException rejection(String member, String code, String problem) {
        return new RequestRejectedException(
                FailureResponse.invalidRequest(400, code, "Invalid '" + member + "': " + problem + ".")
                        .withParam(member));
    }
}
