package dev.ephemint.server.settings;

import java.util.Optional;

/**
 * The page for people.
 *
 * @param enabled whether it is served; empty if not configured
 */
public record PageSettings(Optional<Boolean> enabled) {}
