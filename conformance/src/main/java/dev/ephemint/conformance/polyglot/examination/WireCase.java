package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.polyglot.client.PolyglotFiles;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A request that a client is to send and the response that it is to read, as they are on the wire.
 *
 * @param shape {@code session} or {@code flat}
 */
public record WireCase(String name, String shape, JsonNode request, JsonNode response) {
    /** Those of {@code wire-cases.json}, and the recorded mints. */
    public static List<WireCase> all() {
        List<WireCase> all = new ArrayList<>(listed());
        all.addAll(of(Tapes.in(KitData.path("tapes"))));
        return all;
    }

    private static List<WireCase> listed() {
        return StreamSupport.stream(PolyglotFiles.json("wire-cases.json").spliterator(), false)
                .map(node -> new WireCase(
                        "wire/" + node.required("name").asText(),
                        node.required("shape").asText(),
                        node.required("request"),
                        node.required("response")))
                .toList();
    }

    /** A request that a recording lacks is empty. */
    static List<WireCase> of(List<Tape> tapes) {
        return tapes.stream()
                .filter(tape ->
                        tape.response().minted() && tape.response().body().isPresent())
                .map(WireCase::of)
                .toList();
    }

    private static WireCase of(Tape tape) {
        boolean flat = tape.operation() == MintOperation.createTranscriptionSession;
        JsonNode request = tape.request().body().orElseGet(JsonNodeFactory.instance::objectNode);
        return new WireCase(
                "tape/" + tape.name(),
                flat ? "flat" : "session",
                request,
                tape.response().body().orElseThrow());
    }
}
