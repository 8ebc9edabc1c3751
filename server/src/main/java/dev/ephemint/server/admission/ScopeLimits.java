package dev.ephemint.server.admission;

import java.util.List;
import java.util.Optional;

/**
 * The limits of one caller, or of each of its end users.
 *
 * @param windows each of another length
 * @param openTokens tokens that may be unexpired at once, at least 1; empty if not limited
 */
public record ScopeLimits(List<Window> windows, Optional<Integer> openTokens) {

    public static final ScopeLimits NONE = new ScopeLimits(List.of(), Optional.empty());

    public ScopeLimits {
        windows = List.copyOf(windows);
        if (windows.stream().map(Window::per).distinct().count() != windows.size()) {
            throw new IllegalArgumentException("windows must differ in length");
        }
        if (openTokens.filter(tokens -> tokens < 1).isPresent()) {
            throw new IllegalArgumentException("openTokens must be at least 1");
        }
    }
}
