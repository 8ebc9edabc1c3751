package dev.ephemint.server.mint;

import java.time.Duration;
import java.util.Optional;

/**
 * What is left of one limit after a decision.
 *
 * @param name {@code caller-60s}, {@code end-user-open}
 * @param max requests in the window, or tokens that may be open at once
 * @param window how long a request counts; empty for tokens, which count until they expire
 * @param reset when more is left
 */
public record Quota(String name, long max, long remaining, Optional<Duration> window, Duration reset) {}
