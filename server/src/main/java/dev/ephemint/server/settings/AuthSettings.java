package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import java.util.Optional;

/**
 * How callers are checked.
 *
 * @param pepper of the hashes by which their keys are stored
 */
public record AuthSettings(Optional<Secret> pepper) {}
