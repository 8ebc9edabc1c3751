package dev.ephemint.server.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;

/**
 * Where traces are sent.
 *
 * @param otlpUrl empty: nowhere
 * @param samplePercent how many of a hundred
 */
public record TracingSettings(
        Optional<URI> otlpUrl, @Min(0) @Max(100) int samplePercent) {}
