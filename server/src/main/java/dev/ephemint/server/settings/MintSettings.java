package dev.ephemint.server.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** What a mint does where the request does not say. */
public record MintSettings(
        String defaultModel,

        @Min(10) @Max(7200) int expiresAfterSeconds,
        @Min(0) @Max(3650) int retirementWarningDays,
        boolean defer,
        boolean repair,
        Optional<Path> modelRulesFile) {}
