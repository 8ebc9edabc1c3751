package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The OpenAI account.
 *
 * @param apiKeyFile where the key was read from, if it is in a file
 * @param identity replaces the key
 */
public record OpenAiSettings(
        Optional<Secret> apiKey,
        Optional<Path> apiKeyFile,
        Optional<@Pattern(regexp = VisibleAscii.PATTERN, message = VisibleAscii.PROBLEM) String> organization,
        Optional<@Pattern(regexp = VisibleAscii.PATTERN, message = VisibleAscii.PROBLEM) String> project,
        Optional<WorkloadIdentity> identity) {}
