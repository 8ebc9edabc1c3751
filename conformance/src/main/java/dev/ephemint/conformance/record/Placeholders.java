package dev.ephemint.conformance.record;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of one tape: the same value has the same one, numbered by letters in the order of appearance, and
 * each keeps the form and the length class of what it replaces.
 */
final class Placeholders {
    /** What begins with it is a token in no vendor's form, by agreement. */
    static final String TOKEN = "ek_tape_";

    static final String KEY = "{key}";

    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern PLACEHOLDER = Pattern.compile("ek_tape_[a-z0-9_]+|\\{key}|[a-z]+@tape\\.invalid"
            + "|(?:[A-Za-z]{1,10}[-_])?tape-(?:short|medium|long)-[a-z]+|tape-[a-z]+"
            + "|00000000-0000-4000-8000-[0-9a-f]{12}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z]{1,10}[-_](?=[A-Za-z0-9])");
    private static final int LETTERS = 26;

    private final Map<ValueKind, Map<String, Integer>> seen = new EnumMap<>(ValueKind.class);

    String of(ValueKind kind, String original) {
        if (isPlaceholder(original)) {
            return original;
        }
        return switch (kind) {
            case PLAIN, TIME -> original;
            case KEY -> KEY;
            case TOKEN -> TOKEN + form(original) + length(original) + "_" + letters(kind, original);
            case EMAIL -> letters(kind, original) + "@tape.invalid";
            case HOST -> "tape-" + letters(kind, original);
            case ID, ACCOUNT -> id(original);
        };
    }

    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    private String id(String original) {
        if (UUID.matcher(original).matches()) {
            return "00000000-0000-4000-8000-%012x".formatted(number(ValueKind.ID, original) + 1);
        }
        Matcher prefix = PREFIX.matcher(original);
        return (prefix.lookingAt() ? prefix.group() : "") + "tape-" + length(original) + "-"
                + letters(ValueKind.ID, original);
    }

    private static String form(String token) {
        return token.startsWith("ek_") ? "" : token.startsWith("eyJ") ? "jwt_" : "opaque_";
    }

    private static String length(String original) {
        return LengthClass.of(original).word();
    }

    private String letters(ValueKind kind, String original) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number(kind, original); rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('a' + rest % LETTERS));
        }
        return letters.toString();
    }

    private int number(ValueKind kind, String original) {
        Map<String, Integer> numbers = seen.computeIfAbsent(kind, unused -> new LinkedHashMap<>());
        return numbers.computeIfAbsent(original, unused -> numbers.size());
    }
}
