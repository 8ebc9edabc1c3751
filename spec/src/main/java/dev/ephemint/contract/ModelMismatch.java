package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Describes why a text cannot be read as a model, without its values: they may be secrets. */
public final class ModelMismatch {

    private ModelMismatch() {}

    /** {@code not the JSON of a ClientSecret: 'expires_at' has the wrong type}. */
    public static String message(Class<?> model, JsonProcessingException mismatch) {
        return "not the JSON of a " + model.getSimpleName() + place(mismatch);
    }

    private static String place(JsonProcessingException mismatch) {
        String path = mismatch instanceof JsonMappingException mapping ? path(mapping) : "";
        if (!path.isEmpty()) {
            return ": '" + path + "' has the wrong type";
        }
        return mismatch.getLocation() == null
                ? ""
                : ": see line " + mismatch.getLocation().getLineNr() + ", column "
                        + mismatch.getLocation().getColumnNr();
    }

    private static String path(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
