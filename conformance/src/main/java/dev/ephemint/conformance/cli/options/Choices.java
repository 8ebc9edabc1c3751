package dev.ephemint.conformance.cli.options;

import dev.ephemint.conformance.TargetDialect;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Options whose value is one of a few words. */
public final class Choices {
    private Choices() {}

    public static TargetDialect dialect(String option, String word) {
        return choice(option, word, TargetDialect.values(), TargetDialect::id);
    }

    /** A constant by its name in lower case. */
    public static <E extends Enum<E>> E constant(String option, String word, E[] values) {
        return choice(option, word, values, value -> value.name().toLowerCase(Locale.ROOT));
    }

    private static <T> T choice(String option, String word, T[] values, Function<T, String> name) {
        Optional<T> found = Arrays.stream(values)
                .filter(value -> name.apply(value).equals(word))
                .findFirst();
        return found.orElseThrow(() -> new InputException(
                option + ": must be one of " + Arrays.stream(values).map(name).collect(Collectors.joining(", "))));
    }
}
