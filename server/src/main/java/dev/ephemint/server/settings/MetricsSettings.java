package dev.ephemint.server.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Where Prometheus reads metrics.
 *
 * @param enabled whether it can
 */
public record MetricsSettings(
        boolean enabled, String host, @Min(0) @Max(65_535) int port) {}
