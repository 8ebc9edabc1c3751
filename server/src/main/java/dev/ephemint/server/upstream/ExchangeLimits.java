package dev.ephemint.server.upstream;

import java.time.Duration;

/**
 * Timeouts and size limit of an exchange.
 *
 * @param connect timeout for the connection
 * @param whole timeout until the last byte of the response is read, the connection included
 * @param maxBytes largest response body
 */
public record ExchangeLimits(Duration connect, Duration whole, int maxBytes) {

    public ExchangeLimits {
        requirePositive("connect", connect);
        requirePositive("whole", whole);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be greater than zero");
        }
    }
}
