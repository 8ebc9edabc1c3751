package dev.ephemint.server.metrics;

import dev.ephemint.server.mint.MintFailure;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a failure in a label: {@code rate_limited}. */
public final class Outcome {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Outcome() {}

    public static String of(MintFailure failure) {
        return WORD.matcher(failure.getClass().getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
