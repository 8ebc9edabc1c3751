package dev.ephemint.conformance.diff.change;

import java.util.Locale;

/** How much a change matters to one side, the mildest first. */
public enum ChangeClass {
    /** Changes text only. */
    DOCUMENT,
    /** Every message that was valid still is, and keeps its meaning. */
    COMPATIBLE,
    /** The wire stays, but regenerated clients get other names or types. */
    REGENERATION,
    /** A message that was valid is not any more, or means something else. */
    BREAKING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeClass of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
