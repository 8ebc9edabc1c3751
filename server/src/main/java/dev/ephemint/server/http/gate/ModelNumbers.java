package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whole numbers that are not written as 64-bit integers. JSON Schema accepts {@code 600.0} as an integer, and so it becomes
 * {@code 600} where the contract's model has an integer; one beyond 64 bits fits no model and is rejected.
 */
final class ModelNumbers {

    private ModelNumbers() {}

    /** The body as a model of this class writes it; the same body if no number in it is written that way. */
    static ObjectNode asModel(ObjectNode body, Class<?> model) {
        return hasWrittenOtherwise(body) ? bound(body, model) : body;
    }

    private static boolean hasWrittenOtherwise(JsonNode tree) {
        for (JsonNode child : tree) {
            if (child instanceof ContainerNode
                    ? hasWrittenOtherwise(child)
                    : child instanceof NumericNode && isWrittenOtherwise(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWrittenOtherwise(JsonNode number) {
        return number.isFloatingPointNumber() ? number.canConvertToExactIntegral() : !number.canConvertToLong();
    }

    private static ObjectNode bound(ObjectNode body, Class<?> model) {
        try {
            return ContractJson.mapper().valueToTree(ContractJson.mapper().treeToValue(body, model));
        } catch (JsonMappingException mismatch) {
            String param = mismatch.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            throw new RequestRejectedException(
                    FailureResponse.invalidRequest(400, "invalid_type", "Invalid type for '" + param + "'.")
                            .withParam(param));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that cannot be read", impossible);
        }
    }
}
