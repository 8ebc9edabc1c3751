package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Redactor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of one tape, taken apart; refuses anything that looks like a credential. */
final class TapeTree {
    /** What begins with it is a token in no vendor's form, by agreement. */
    private static final String FAKE = "ek_tape_";

    private final String name;
    private final JsonNode tree;

    private TapeTree(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    static TapeTree of(String name, String text) {
        Redactor.ofShapes().findIn(text).stream()
                .filter(piece -> !piece.startsWith(FAKE))
                .findFirst()
                .ifPresent(piece -> {
                    throw new InvalidTapeException(
                            name, "looks like it holds a credential, at \"" + piece.substring(0, 3) + "...\"");
                });
        return new TapeTree(name, ExactJson.parse(text));
    }

    /**
     * Where the tape comes from.
     *
     * @param parts pointers to what must either be there or be listed as unpublished
     */
    Provenance provenance(Collection<String> parts) {
        require("/dialect", name.substring(0, Math.max(0, name.indexOf('/'))));
        Set<String> unpublished = pointers("/unpublished");
        for (String pointer : parts) {
            if (at(pointer).isPresent() == unpublished.contains(pointer)) {
                throw new InvalidTapeException(name, pointer + " must either be there or be listed as unpublished");
            }
        }
        return new Provenance(
                text("/source"),
                at("/captured").map(JsonNode::textValue),
                TapeEvidence.valueOf(text("/evidence").toUpperCase(Locale.ROOT)),
                text("/note"),
                unpublished,
                pointers("/reconstructed"));
    }

    TapedResponse response() {
        int status = at("/response/status").map(JsonNode::intValue).orElseThrow(() -> missing("/response/status"));
        return new TapedResponse(status, texts("/response/headers"), at("/response/body"));
    }

    /** The texts of an object by their names, none if there is no object. */
    Map<String, String> texts(String pointer) {
        Map<String, String> texts = new HashMap<>();
        at(pointer).ifPresent(found -> found.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue())));
        return texts;
    }

    void require(String pointer, String expected) {
        if (!text(pointer).equals(expected)) {
            throw new InvalidTapeException(name, pointer + " must be \"" + expected + "\" here");
        }
    }

    String text(String pointer) {
        return at(pointer).map(JsonNode::textValue).orElseThrow(() -> missing(pointer));
    }

    /** Empty for absent only: an explicit null is a value. */
    Optional<JsonNode> at(String pointer) {
        return Optional.of(tree.at(pointer)).filter(found -> !found.isMissingNode());
    }

    InvalidTapeException missing(String pointer) {
        return new InvalidTapeException(name, pointer + " is missing");
    }

    private Set<String> pointers(String pointer) {
        Set<String> pointers = new HashSet<>();
        at(pointer).orElseThrow(() -> missing(pointer)).forEach(item -> pointers.add(item.textValue()));
        return pointers;
    }
}
