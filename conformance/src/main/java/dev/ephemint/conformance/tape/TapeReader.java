package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.KeyLike;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one tape and refuses it if it contradicts itself or holds anything that looks like a credential. */
final class TapeReader {
    private final String name;
    private final JsonNode tree;

    private TapeReader(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    static Tape read(String name, String text) {
        KeyLike.in(text).ifPresent(piece -> {
            throw new InvalidTape(name, "looks like it holds a credential, at \"" + piece.substring(0, 3) + "...\"");
        });
        return new TapeReader(name, ExactJson.parse(text)).tape();
    }

    private Tape tape() {
        require("/dialect", name.substring(0, Math.max(0, name.indexOf('/'))));
        Tape tape = new Tape(name, provenance(), request(), response());
        require("/operation", tape.operation().name());
        return tape;
    }

    private Provenance provenance() {
        return new Provenance(
                text("/source"),
                at("/captured").map(JsonNode::textValue),
                Evidence.valueOf(text("/evidence").toUpperCase(Locale.ROOT)),
                text("/note"),
                unpublished(),
                pointers("/reconstructed"));
    }

    private TapedRequest request() {
        return new TapedRequest(text("/request/method"), text("/request/path"), at("/request/body"));
    }

    private TapedResponse response() {
        Map<String, String> headers = new HashMap<>();
        at("/response/headers").ifPresent(found -> found.properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().textValue())));
        int status = at("/response/status").map(JsonNode::intValue).orElseThrow(() -> missing("/response/status"));
        return new TapedResponse(status, headers, at("/response/body"));
    }

    private Set<String> unpublished() {
        Set<String> pointers = pointers("/unpublished");
        for (String pointer : Set.of("/request/body", "/response/headers", "/response/body")) {
            if (at(pointer).isPresent() == pointers.contains(pointer)) {
                throw new InvalidTape(name, pointer + " must either be there or be listed as unpublished");
            }
        }
        return pointers;
    }

    private Set<String> pointers(String pointer) {
        Set<String> pointers = new HashSet<>();
        at(pointer).orElseThrow(() -> missing(pointer)).forEach(item -> pointers.add(item.textValue()));
        return pointers;
    }

    private void require(String pointer, String expected) {
        if (!text(pointer).equals(expected)) {
            throw new InvalidTape(name, pointer + " must be \"" + expected + "\" here");
        }
    }

    private String text(String pointer) {
        return at(pointer).map(JsonNode::textValue).orElseThrow(() -> missing(pointer));
    }

    private InvalidTape missing(String pointer) {
        return new InvalidTape(name, pointer + " is missing");
    }

    /** Empty for absent only: an explicit null is a value. */
    private Optional<JsonNode> at(String pointer) {
        return Optional.of(tree.at(pointer)).filter(found -> !found.isMissingNode());
    }
}
