package dev.ephemint.conformance.truth;

import java.util.Locale;
import java.util.function.Function;

/** The forms in which the truth table is printed. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum TruthFormat {
    MARKDOWN(table -> new MarkdownTruth(table).text()),
    /** One page without external resources. */
    HTML(table -> new HtmlTruth(table).text()),
    /** Version 1: members may be added. */
    JSON(table -> new JsonTruth(table).text());

    private final Function<TruthTable, String> writer;

    TruthFormat(Function<TruthTable, String> writer) {
        this.writer = writer;
    }

    /** The whole table. */
    public String of(TruthTable table) {
        return writer.apply(table);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
