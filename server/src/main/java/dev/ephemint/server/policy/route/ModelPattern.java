package dev.ephemint.server.policy.route;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a model, or of several: {@code *} stands for any characters. */
public record ModelPattern(String text, Pattern pattern) {

    public static ModelPattern of(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new ModelPattern(text, Pattern.compile(regex, Pattern.DOTALL));
    }

    boolean matches(String model) {
        return pattern.matcher(model).matches();
    }
}
