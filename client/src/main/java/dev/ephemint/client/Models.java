package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.ModelMismatch;
import dev.ephemint.contract.model.ErrorResponse;

/**
 * Writes and reads the contract's models as JSON: absent, null and a value stay apart, numbers stay exact, and unknown
 * members stay. Any mapper of Jackson 2 does the same, and one of Jackson 3 that finds modules.
 */
public final class Models {

    private static final String PACKAGE = ErrorResponse.class.getPackageName();

    private Models() {}

    /**
     * A model's JSON. A client secret's {@code value} is in it.
     *
     * @throws IllegalArgumentException if it is no model of the contract
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
     * The model in a JSON text.
     *
     * @param model a class of the package {@code dev.ephemint.contract.model}
     * @throws IllegalArgumentException if the text is not JSON of that model; the message quotes nothing of the text
     */
    public static <T> T fromJson(String json, Class<T> model) {
        requireModel(model);
        try {
            T read = ContractJson.mapper().readValue(json, model);
            if (read == null) {
                throw new IllegalArgumentException("null is no " + model.getSimpleName());
            }
            return read;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(ModelMismatch.message(model, malformed));
        }
    }

    private static void requireModel(Class<?> type) {
        if (!type.getPackageName().equals(PACKAGE)) {
            throw new IllegalArgumentException(type.getName() + " is no model of the contract");
        }
    }
}
