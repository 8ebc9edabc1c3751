package dev.ephemint.server.mint.shape;

import static dev.ephemint.server.mint.shape.Misplacement.FLAT;
import static dev.ephemint.server.mint.shape.Misplacement.NESTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moves members that are known to be misplaced to where the contract has them, before the contract is checked. Off unless
 * configured. A value that is already there is never overwritten: such a request stays as it is, and is refused.
 *
 * @param enabled whether requests are changed; if not, a refusal names the setting
 * @param transcribes whether a model, by its name, only transcribes
 */
public record Repair(boolean enabled, Predicate<String> transcribes) {

    /** Changes nothing and knows no model. */
    public static final Repair OFF = new Repair(false, model -> false);

    private static final String CODE = "request_repaired";

    /**
     * A request after its repair.
     *
     * @param body in the shape of the request; shared and not copied, so it is read-only
     * @param warnings one for each member that was moved; param and paths in the nested shape
     */
    public record Repaired(ObjectNode body, List<MintWarning> warnings) {

        public Repaired {
            warnings = List.copyOf(warnings);
        }

        @Override
        public String toString() {
            return "Repaired" + warnings;
        }
    }

    /** The request that was meant, if repair is enabled. */
    public Repaired apply(ObjectNode body, boolean flat) {
        return enabled ? moved(body, flat) : new Repaired(body, List.of());
    }

    /** The refusal of a request; if a repair would have prevented it, with the setting's name. */
    public InvalidRequest explained(InvalidRequest refusal, ObjectNode body, boolean flat) {
        boolean prevented = !enabled
                && moved(body, flat).warnings().stream()
                        .anyMatch(warning -> (warning.param() + ".").startsWith(refusal.param() + "."));
        return prevented
                ? new InvalidRequest(
                        refusal.param(),
                        refusal.code(),
                        refusal.message() + " The setting mint.repair=true moves it there.")
                : refusal;
    }

    private Repaired moved(ObjectNode body, boolean flat) {
        ObjectNode repaired = body.deepCopy();
        List<MintWarning> warnings = new ArrayList<>();
        for (Misplacement known : Misplacement.known()) {
            if (known.repair() && known.shape().equals(flat ? FLAT : NESTED)) {
                Optional<ObjectNode> next = move(repaired, known);
                if (next.isPresent()) {
                    repaired = next.get();
                    warnings.add(warning(known, flat));
                }
            }
        }
        return new Repaired(repaired, warnings);
    }

    /** Empty if there is nothing to move or no free place to move it to. */
    private Optional<ObjectNode> move(ObjectNode body, Misplacement known) {
        JsonNode value = MemberPath.get(body, known.from());
        if (value.isMissingNode() || !known.fits(MintRequest.of(body).sessionType()) || !isMeant(known, value)) {
            return Optional.empty();
        }
        ObjectNode moved = body.deepCopy();
        MemberPath.remove(moved, known.from());
        JsonNode own = known.value().equals("flat_format") ? FlatFormat.nest(value) : value;
        if (!MemberPath.put(moved, known.to(), own)) {
            return Optional.empty();
        }
        return known.becomes() == null ? Optional.of(moved) : retyped(moved, known.becomes());
    }

    private boolean isMeant(Misplacement known, JsonNode value) {
        return !known.value().equals("transcription_model")
                || (value.isTextual() && transcribes.test(value.textValue()));
    }

    /** Only if the session has nothing that the other type lacks: what it asks for must not be lost. */
    private static Optional<ObjectNode> retyped(ObjectNode body, String type) {
        body.withObject("/session").put("type", type);
        return Optional.of(body)
                .filter(own -> Placement.misplaced(MintRequest.of(own)).isEmpty());
    }

    private static MintWarning warning(Misplacement known, boolean flat) {
        String from = flat ? FlatNames.nest(known.from()) : known.from();
        String to = flat ? FlatNames.nest(known.to()) : known.to();
        String type = known.becomes() == null ? "" : ", and the session became a " + known.becomes() + " session";
        return new MintWarning(CODE, "'" + from + "' was moved to '" + to + "'" + type + " (mint.repair).", from);
    }
}
