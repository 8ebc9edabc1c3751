package dev.ephemint.conformance.bench.result;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of several targets is Ephemint, with the options for a busy replica, on the newest JDK. */
public final class NewestJdk {
    private static final String PREFIX = "ephemint-";
    private static final Pattern PLAIN = Pattern.compile(PREFIX + "\\d+");

    private NewestJdk() {}

    /** Whether it is Ephemint with a nested mint at OpenAI and the options for a busy replica, on any JDK. */
    public static boolean isPlain(String id) {
        return PLAIN.matcher(id).matches();
    }

    /** Its id; empty if it is none of them. */
    public static Optional<String> among(Stream<String> ids) {
        return ids.filter(NewestJdk::isPlain)
                .max(Comparator.comparingInt(id -> Integer.parseInt(id.substring(PREFIX.length()))));
    }

    /** Of the targets that were measured. */
    public static Optional<String> in(Results results) {
        return among(results.targets().stream()
                .filter(target -> target.skipped().isEmpty())
                .map(TargetInfo::id));
    }
}
