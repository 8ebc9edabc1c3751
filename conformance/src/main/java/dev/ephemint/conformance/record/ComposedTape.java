package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;

/**
 * A tape without credentials, named {@code dialect/name}, not yet in a file. Only {@link TapeComposer} makes one.
 */
public final class ComposedTape {
    private final String name;
    private final String text;

    ComposedTape(String name, JsonNode tree) {
        this.name = name;
        this.text = ExactJson.writeIndented(tree);
    }

    public String name() {
        return name;
    }

    String text() {
        return text;
    }

    /**
     * As a reader of the file gets it.
     *
     * @throws dev.ephemint.conformance.tape.InvalidTapeException if no reader would take it
     */
    public Tape tape() {
        return Tapes.parse(name, text);
    }

    @Override
    public String toString() {
        return name;
    }
}
