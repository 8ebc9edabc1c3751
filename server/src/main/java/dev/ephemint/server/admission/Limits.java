package dev.ephemint.server.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How much the callers of a policy may mint.
 *
 * @param caller for each caller on its own
 * @param endUser for each end user of a caller; requests without one count as one end user
 */
public record Limits(ScopeLimits caller, ScopeLimits endUser) {

    public static final Limits NONE = new Limits(ScopeLimits.NONE, ScopeLimits.NONE);

    /**
     * Reads the object {@code limits} of a policy.
     *
     * @param problems accepts the path below {@code limits} and what is wrong there; an invalid part is left out
     */
    public static Limits read(JsonNode limits, BiConsumer<String, String> problems) {
        return LimitsReader.read(limits, problems);
    }

    /** Each limit that a request counts against, the caller's first. */
    List<Limit> of(String endUser) {
        List<Limit> all = new ArrayList<>();
        add(all, "caller", "caller", caller);
        add(all, "end-user", "user:" + endUser, endUser());
        return all;
    }

    private static void add(List<Limit> all, String name, String key, ScopeLimits scope) {
        for (Window window : scope.windows()) {
            String seconds = window.per().toSeconds() + "s";
            all.add(new Limit(name + "-" + seconds, key + ":" + seconds, window.requests(), Optional.of(window.per())));
        }
        scope.openTokens().ifPresent(max -> all.add(new Limit(name + "-open", key + ":open", max, Optional.empty())));
    }
}
