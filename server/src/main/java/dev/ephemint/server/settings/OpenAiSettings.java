package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The OpenAI account.
 *
 * @param apiKeyFile where the key was read from, if it is in a file
 */
public record OpenAiSettings(
        Optional<Secret> apiKey,
        Optional<Path> apiKeyFile,
        Optional<@Pattern(regexp = Values.VISIBLE_ASCII, message = Values.VISIBLE_ASCII_HINT) String> organization,
        Optional<@Pattern(regexp = Values.VISIBLE_ASCII, message = Values.VISIBLE_ASCII_HINT) String> project) {}
