package dev.ephemint.server.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.ErrorResponse;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.server.http.gate.JsonText;
import dev.ephemint.server.http.gate.NotJsonException;
import java.util.List;

/** Bytes are either no document of the contract, or a document that is written again as it was read. */
public final class JsonBoundaryTarget {
    private static final ObjectMapper STOCK = new ObjectMapper();
    private static final List<Class<?>> MODELS = List.of(
            ClientSecretRequest.class,
            FlatTranscriptionSessionRequest.class,
            ClientSecret.class,
            FlatTranscriptionSession.class,
            ErrorResponse.class);

    private JsonBoundaryTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ObjectNode tree;
        try {
            tree = JsonText.object(input);
        } catch (NotJsonException refused) {
            return;
        }
        MODELS.forEach(model -> check(model, tree));
    }

    private static void check(Class<?> model, ObjectNode tree) {
        try {
            Object read = ContractJson.mapper().treeToValue(tree, model);
            JsonNode written =
                    ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsString(read));
            if (!written.equals(tree)) {
                throw new AssertionError(model.getSimpleName() + " is written as another document: " + written);
            }
            Object stock = STOCK.readValue(ContractJson.mapper().writeValueAsString(tree), model);
            if (!stock.equals(read)) {
                throw new AssertionError(model.getSimpleName() + " is another object in a stock mapper: " + stock);
            }
        } catch (JsonProcessingException refused) {
            // A document of another type: no model.
            return;
        }
    }
}
