package dev.ephemint.server.upstream.socket;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of a connectivity check.
 *
 * @param route for people: address and protocol, or the proxy
 * @param certificateUntil when the host's certificate expires; empty for plain http
 */
public record Reachability(String route, Optional<Instant> certificateUntil) {}
