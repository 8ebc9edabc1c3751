package dev.ephemint.conformance.profile;

import dev.ephemint.contract.redaction.Redactor;
import java.util.List;

/** The vendor's key while the kit plays the vendor. It opens nothing; no response may contain it. */
public final class PlantedKey {
    /** Random, so that no text contains it by chance. */
    private static final String RANDOM = "4b1d5eed0c0ffee0";

    public static final String VALUE = "sk-planted-" + RANDOM;

    private static final Redactor REDACTOR = Redactor.of(List.of(RANDOM));

    private PlantedKey() {}

    /** Whether the text contains at least half of the random part, in plain or in an escaped or encoded form. */
    public static boolean isIn(String text) {
        return !REDACTOR.hideInMessage(text).equals(text)
                || !REDACTOR.hide(text).equals(text);
    }
}
