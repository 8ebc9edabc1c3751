package dev.ephemint.conformance.project;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases to avoid, each with better words; finds them as whole words, in prose and in identifiers. */
final class WordList {

    /** White space, or the line break of a comment. */
    private static final String GAP = "\\s+(?:(?:\\*|//|#|>)\\s+)?";

    private static final Pattern HUMP = Pattern.compile("[a-z0-9](?=[A-Z])|[A-Z](?=[A-Z][a-z])");

    record Finding(int line, String phrase, String better) {}

    private final Map<String, String> better = new LinkedHashMap<>();
    private final Pattern phrases;

    /** Lines such as {@code tell | tells = report}. */
    WordList(List<String> lines) {
        for (String line : lines) {
            String[] sides = line.split(" = ", 2);
            for (String phrase : sides[0].split(" \\| ", -1)) {
                better.put(phrase, sides[1]);
            }
        }
        String alternatives = better.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(phrase -> phrase.replace(" ", GAP))
                .collect(Collectors.joining("|"));
        phrases = Pattern.compile("(?<![a-z0-9'])(?:" + alternatives + ")(?![a-z0-9])", Pattern.CASE_INSENSITIVE);
    }

    List<Finding> in(String text) {
        String split = HUMP.matcher(text).replaceAll("$0_");
        return phrases.matcher(split)
                .results()
                .map(match -> finding(split, match))
                .toList();
    }

    private Finding finding(String text, MatchResult match) {
        String phrase = match.group().replaceAll(GAP, " ").toLowerCase(Locale.ROOT);
        int line = 1
                + (int) text.substring(0, match.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Finding(line, phrase, better.getOrDefault(phrase, ""));
    }
}
