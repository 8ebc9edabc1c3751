package dev.ephemint.server.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one model.
 *
 * @param model the model's name, exactly
 * @param transcribes whether it only transcribes, and so cannot be a realtime session's own model
 * @param retires the day on which the vendor shuts it down, or null
 * @param refuses members of a transcription session that the vendor refuses for this model
 * @param source where the rule comes from
 */
public record ModelRule(
        String model, boolean transcribes, @Nullable LocalDate retires, List<Refusal> refuses, String source) {

    public ModelRule {
        refuses = List.copyOf(refuses);
    }

    @JsonCreator
    static ModelRule read(
            @JsonProperty(value = "model", required = true) String model,
            @JsonProperty("transcribes") boolean transcribes,
            @JsonProperty("retires") @Nullable String retires,
            @JsonProperty("refuses") @Nullable List<Refusal> refuses,
            @JsonProperty(value = "source", required = true) String source) {
        LocalDate day = retires == null ? null : LocalDate.parse(retires);
        return new ModelRule(model, transcribes, day, refuses == null ? List.of() : refuses, source);
    }

    /**
     * A member that the vendor refuses; an explicit null is always fine, it means off.
     *
     * @param param path in the nested shape
     * @param code the vendor's code
     * @param message the vendor's message
     */
    public record Refusal(String param, String code, String message) {

        public Refusal {
            Objects.requireNonNull(param, "param");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
