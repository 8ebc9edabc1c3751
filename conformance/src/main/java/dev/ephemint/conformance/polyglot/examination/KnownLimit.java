package dev.ephemint.conformance.polyglot.examination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a generator cannot carry in a language.
 *
 * @param differences those that it explains; {@code *} stands for any text
 * @param since date of the first observation
 */
record KnownLimit(String client, String differences, String reason, LocalDate since) {

    boolean explains(String difference) {
        String pattern =
                Arrays.stream(differences.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(difference).matches();
    }
}
