package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.ModelMismatch;
import dev.ephemint.contract.model.ErrorResponse;

/**
 * Writes and reads the contract's models as JSON. Absent, null and a value stay distinct, numbers stay exact, and unknown
 * members are kept. Any Jackson 2 mapper does the same, and any Jackson 3 mapper that finds modules.
 *
 * <pre>{@code
 * ClientSecretRequest request = Models.fromJson("{\"session\": {\"type\": \"transcription\"}}", ClientSecretRequest.class);
 * }</pre>
 */
public final class Models {

    private static final String PACKAGE = ErrorResponse.class.getPackageName();

    private Models() {}

    /**
     * Writes a model as JSON. The JSON of a client secret contains its {@code value}.
     *
     * @throws IllegalArgumentException if it is not a model of the contract
     */
    public static String toJson(Object model) {
        requireModel(model.getClass());
        try {
            return ContractJson.mapper().writeValueAsString(model);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "cannot write a " + model.getClass().getSimpleName(), unwritable);
        }
    }

    /**
     * Reads a model from JSON.
     *
     * @param model a class of the package {@code dev.ephemint.contract.model}
     * @throws IllegalArgumentException if the text is not JSON of that model; the message does not quote the text
     */
    public static <T> T fromJson(String json, Class<T> model) {
        requireModel(model);
        try {
            T read = ContractJson.mapper().readValue(json, model);
            if (read == null) {
                throw new IllegalArgumentException("null is not a " + model.getSimpleName());
            }
            return read;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(ModelMismatch.message(model, malformed));
        }
    }

    private static void requireModel(Class<?> type) {
        if (!type.getPackageName().equals(PACKAGE)) {
            throw new IllegalArgumentException(type.getName() + " is not a model of the contract");
        }
    }
}
