package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.matrix.Leg;
import dev.ephemint.conformance.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member in the request or the response of a tape that minted.
 *
 * @param path {@code session.tools[].name}
 * @param type its JSON type
 */
record Recording(Tape tape, Leg side, String path, String type) {

    /** All members of the tape, except those that its source does not show. */
    static List<Recording> of(Tape tape) {
        List<Recording> found = new ArrayList<>();
        if (tape.response().minted()) {
            collect(tape, Leg.REQUEST, tape.request().body(), found);
            collect(tape, Leg.RESPONSE, tape.response().body(), found);
        }
        return found;
    }

    private static void collect(Tape tape, Leg side, Optional<JsonNode> body, List<Recording> found) {
        body.ifPresent(tree -> collect(tape, side, new Place("", "/" + side + "/body"), tree, found));
    }

    private record Place(String path, String pointer) {

        Place member(String name) {
            return new Place(path.isEmpty() ? name : path + "." + name, pointer + "/" + name);
        }

        Place item(int index) {
            return new Place(path + "[]", pointer + "/" + index);
        }
    }

    private static void collect(Tape tape, Leg side, Place at, JsonNode value, List<Recording> found) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                Place below = at.member(member.getKey());
                if (!tape.provenance().unpublished().contains(below.pointer())) {
                    found.add(new Recording(tape, side, below.path(), typeOf(member.getValue())));
                    collect(tape, side, below, member.getValue(), found);
                }
            });
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(tape, side, at.item(i), value.get(i), found);
        }
    }

    /** As JSON Schema names it. */
    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    /** Whether a contract that accepts the types accepts it. */
    boolean isAcceptedBy(Ruling ruling) {
        Stream<String> names = type.equals("integer") ? Stream.of("integer", "number") : Stream.of(type);
        return names.anyMatch(ruling.accepts()::contains);
    }

    boolean isAbout(Ruling ruling) {
        return path.equals(ruling.member()) && side == ruling.side() && tape.operation() == ruling.operation();
    }
}
