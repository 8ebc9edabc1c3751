package dev.ephemint.conformance.diff.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Subject;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Optional;

/** Texts that several reports have. */
final class Wordings {
    private static final int LONGEST = 120;

    private Wordings() {}

    static String title(Change change) {
        return Subject.of(change) + ": " + change.says();
    }

    static String where(Change change) {
        return change.line().map(Object::toString).orElse(change.place());
    }

    static String values(Change change) {
        return value(change.before()) + " -> " + value(change.after());
    }

    /** The value as JSON, shortened. */
    static String value(Optional<JsonNode> value) {
        String text = value.map(ExactJson::write).orElse("(none)");
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }
}
