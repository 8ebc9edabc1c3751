package dev.ephemint.server.fuzz;

import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.contract.redaction.Redactor;
import java.util.List;

/** A key in one of the forms in which a vendor may repeat it, in place of {@code §}. */
final class Planted {
    static final String KEY = "sk-proj-Zq81LmPw93xTbYc7R_d2-Uv4";
    static final Redactor REDACTOR = Redactor.of(List.of(KEY));

    private static final String PLACE = "§";

    private final String text;
    private final boolean present;

    private Planted(String text, boolean present) {
        this.text = text;
        this.present = present;
    }

    static Planted in(String text, byte form) {
        PlantedForms[] forms = PlantedForms.values();
        int at = text.indexOf(PLACE);
        if (at < 0) {
            return new Planted(text, false);
        }
        String key = forms[Math.floorMod(form, forms.length)].of(KEY);
        // Apart from the text around it, which could change what the form decodes to.
        String planted = text.substring(0, at) + " " + key + " " + text.substring(at + 1);
        return new Planted(planted.replace(PLACE, ""), true);
    }

    String text() {
        return text;
    }

    /** Decoding in all ways is slow, so a text without the key is not searched for it. */
    void mustNotBeIn(String output) {
        if (present && PlantedForms.reveals(output, KEY)) {
            throw new AssertionError("the key is in: " + output);
        }
    }
}
