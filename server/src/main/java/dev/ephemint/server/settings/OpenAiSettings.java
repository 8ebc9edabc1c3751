package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The OpenAI account. */
public record OpenAiSettings(
        Optional<Secret> apiKey,
        Optional<@Pattern(regexp = Values.VISIBLE_ASCII, message = Values.VISIBLE_ASCII_HINT) String> organization,
        Optional<@Pattern(regexp = Values.VISIBLE_ASCII, message = Values.VISIBLE_ASCII_HINT) String> project) {}
