package dev.ephemint.conformance.diff.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts in the text of a description: defaults, and the known values of an open list. */
public final class Prose {
    private static final String VALUE = "(`[^`]+`|true|false|-?\\d+(?:\\.\\d+)?)";
    private static final List<Pattern> DEFAULTS = List.of(
            Pattern.compile(VALUE + "(?: \\([^)]*\\))? by default"),
            Pattern.compile(VALUE + " \\((?:[^)]*; )?the default\\)"),
            Pattern.compile(VALUE + ",(?: which is also)? the default"),
            Pattern.compile("[Dd]efault(?:s to| is|:) " + VALUE),
            Pattern.compile("\\b[Aa]bsent (?:means|is) ([^.;]+)"));
    private static final Pattern KNOWN =
            Pattern.compile("(?:Known (?:values?|names?) (?:is|are)|Either) (.+?)(?:\\. |$)");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private Prose() {}

    /** What an absent member means. */
    public static Set<String> defaults(String description) {
        Set<String> found = new TreeSet<>();
        for (Pattern pattern : DEFAULTS) {
            Matcher matcher = pattern.matcher(description);
            while (matcher.find()) {
                found.add(matcher.group(1).replace("`", "").strip());
            }
        }
        return found;
    }

    public static Set<String> knownValues(String description) {
        Set<String> found = new LinkedHashSet<>();
        Matcher list = KNOWN.matcher(ASIDE.matcher(description).replaceAll(""));
        while (list.find()) {
            Matcher value = QUOTED.matcher(list.group(1));
            while (value.find()) {
                found.add(value.group(1));
            }
        }
        return found;
    }
}
