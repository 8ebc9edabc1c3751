package dev.ephemint.server.settings;

import java.util.Optional;

/**
 * The page for people.
 *
 * @param enabled whether it is served; empty where nobody decided
 */
public record PageSettings(Optional<Boolean> enabled) {}
