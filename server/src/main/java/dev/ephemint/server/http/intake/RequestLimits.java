package dev.ephemint.server.http.intake;

import java.time.Duration;

/**
 * What requests may take.
 *
 * @param maxBytes the largest body that is read
 * @param body how fast the body must arrive
 * @param timeout from the arrival of a request to its response
 * @param inFlight how many are handled at once
 */
public record RequestLimits(int maxBytes, BodyTimes body, Duration timeout, int inFlight) {}
