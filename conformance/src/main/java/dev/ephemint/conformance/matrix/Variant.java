package dev.ephemint.conformance.matrix;

/** The form in which a cell has its member. */
public enum Variant {
    /** All its siblings are there. */
    ABSENT("absent"),
    NULL("null"),
    VALUE("value"),
    /** A value that the contract's description lists. */
    KNOWN_VALUE("known value"),
    /** An empty text, list or object, false or zero: what serializers leave out. */
    EMPTY("empty"),
    /** A decimal with a zero at its end. */
    EXACT_DECIMAL("exact decimal"),
    /** More digits than a binary number of 64 bits has. */
    LONG_DECIMAL("long decimal"),
    /** An integer that no binary floating-point number of 64 bits can hold. */
    BIG_INTEGER("big integer"),
    SIBLING_NULLS("unknown sibling with nulls"),
    SIBLING_INTEGERS("unknown sibling with big integers"),
    SIBLING_DECIMALS("unknown sibling with exact decimals"),
    INSIDE_NULLS("unknown member with nulls"),
    INSIDE_INTEGERS("unknown member with big integers"),
    INSIDE_DECIMALS("unknown member with exact decimals");

    private final String words;

    Variant(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
