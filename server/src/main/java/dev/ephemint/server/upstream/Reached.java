package dev.ephemint.server.upstream;

import java.time.Instant;
import java.util.Optional;

/**
 * How a host was reached.
 *
 * @param way in words: the address and the protocol, or that a proxy is between
 * @param certificateUntil when the host's certificate ends; empty on plain http
 */
public record Reached(String way, Optional<Instant> certificateUntil) {}
