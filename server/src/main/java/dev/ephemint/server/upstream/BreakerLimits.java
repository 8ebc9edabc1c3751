package dev.ephemint.server.upstream;

import java.time.Duration;

/**
 * When the circuit breaker of an upstream opens, and for how long.
 *
 * @param upstream its name, for the log
 * @param percent of at least 50 calls in ten seconds that fail
 * @param pause until the next call is let through
 */
public record BreakerLimits(String upstream, int percent, Duration pause) {}
