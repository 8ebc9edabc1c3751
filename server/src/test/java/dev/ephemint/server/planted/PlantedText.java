package dev.ephemint.server.planted;

import dev.ephemint.contract.corpus.PlantedForms;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A key in one form.
 *
 * @param form its name, for a failure's message
 * @param part of the key that it shows
 */
record PlantedText(String form, String part, String text) {

    /** Of the forms that change the characters, those that a part of a key, or a key in another case, may have as well. */
    private static final List<PlantedForms> OF_PARTS = List.of(
            PlantedForms.WHOLE,
            PlantedForms.JSON_ESCAPED,
            PlantedForms.PERCENT,
            PlantedForms.HTML_DECIMAL,
            PlantedForms.BASE64,
            PlantedForms.BASE64_SHIFTED_BY_ONE,
            PlantedForms.BASE64_SHIFTED_BY_TWO,
            PlantedForms.BASE64_URL,
            PlantedForms.HEX,
            PlantedForms.SPACES,
            PlantedForms.LINES);

    private static final int SHORTEST = 8;

    /** All forms of {@link PlantedForms}, of the key, of its parts and of the key in other cases. */
    static List<PlantedText> of(String key) {
        Stream<PlantedText> whole = PlantedForms.all().map(form -> new PlantedText(form.name(), key, form.of(key)));
        Stream<PlantedText> parts = Stream.of(
                        parts(key), Stream.of(key.toUpperCase(Locale.ROOT), key.toLowerCase(Locale.ROOT)))
                .flatMap(part -> part)
                .flatMap(part -> OF_PARTS.stream().map(form -> new PlantedText(form.name(), part, form.of(part))));
        return Stream.concat(whole, parts).distinct().toList();
    }

    /** Of eight characters and more, at the front, in the middle and at the end. */
    private static Stream<String> parts(String key) {
        return IntStream.of(SHORTEST, SHORTEST + 3).boxed().flatMap(length -> IntStream.of(
                        0, 1, (key.length() - length) / 2, key.length() - length)
                .mapToObj(from -> key.substring(from, from + length)));
    }
}
