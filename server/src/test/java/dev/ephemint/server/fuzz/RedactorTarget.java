package dev.ephemint.server.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import java.nio.charset.StandardCharsets;

/** No form of the redactor's output holds the key; a message that is JSON stays JSON; the output is not much longer. */
public final class RedactorTarget {
    private static final int LONGEST_TEXT = 1_001;

    private RedactorTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        Planted planted = Planted.in(text, input[0]);
        String hidden = Planted.REDACTOR.hide(planted.text());
        planted.mustNotBeIn(hidden);
        String line = Planted.REDACTOR.text(planted.text());
        planted.mustNotBeIn(line);
        String message = Planted.REDACTOR.hideInMessage(planted.text());
        if (isJson(planted.text()) && !isJson(message)) {
            throw new AssertionError("no longer JSON: " + message);
        }
        int most = (planted.text().length() + 1) * Redactor.HIDDEN.length();
        if (hidden.length() > most || line.length() > LONGEST_TEXT) {
            throw new AssertionError(
                    planted.text().length() + " characters become " + hidden.length() + " and " + line.length());
        }
    }

    private static boolean isJson(String text) {
        try {
            return !ContractJson.mapper().readTree(text).isMissingNode();
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return false;
        }
    }
}
