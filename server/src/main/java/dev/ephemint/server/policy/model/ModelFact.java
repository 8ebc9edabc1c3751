package dev.ephemint.server.policy.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fact about models: a closed set. Its {@link ModelRule} says which models, and at which vendor. */
public sealed interface ModelFact {

    /** The model only transcribes, and so cannot be a realtime session's own model. */
    record Transcribes() implements ModelFact {}

    /** The vendor ends no turn of a transcription session with the model: only the client's commit does. */
    record ClientCommits() implements ModelFact {}

    /** A transcription session with the model has no WebRTC call. */
    record NoWebRtc() implements ModelFact {}

    /**
     * The day on which the vendor shuts the model down.
     *
     * @param version the version of the model that it is about; null if the name stands for one version only
     * @param successors what the vendor names instead; empty if it names none
     */
    record Retirement(LocalDate day, @Nullable String version, List<String> successors, Evidence evidence)
            implements ModelFact {

        public Retirement {
            successors = List.copyOf(successors);
        }

        /** Whether the model is gone by then. */
        public boolean isPastOn(LocalDate today) {
            return today.isAfter(day);
        }
    }

    /**
     * A member, or a value of it, that the vendor refuses.
     *
     * @param param path in the nested shape
     * @param code the vendor's code
     * @param message the vendor's message; {@code {value}} and {@code {length}} stand for those of the refused text
     * @param when what of the member is refused
     */
    record Refusal(String param, String code, String message, RefusalCondition when) implements ModelFact {}

    /**
     * A member that the vendor accepts, and about which the caller should know something.
     *
     * @param param path in the nested shape; {@code []} after a name is every item of a list
     * @param message for people; {@code {end}} stands for {@code end on} or {@code ended on} and the day
     * @param end the day on which the vendor stops serving the member, or null
     */
    record Notice(
            String param,
            String code,
            String message,
            @Nullable LocalDate end) implements ModelFact {}
}
