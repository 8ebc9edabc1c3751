package dev.ephemint.server.upstream;

import java.time.Duration;

/**
 * Timeouts, sizes and connections of an exchange.
 *
 * @param connect timeout for the connection
 * @param whole timeout until the last byte of the response is read, the connection included
 * @param maxBytes largest response body
 * @param connections how many connections there are at most, each with one call at a time
 */
public record ExchangeLimits(Duration connect, Duration whole, int maxBytes, int connections) {

    public ExchangeLimits {
        requirePositive("connect", connect);
        requirePositive("whole", whole);
        requireAtLeastOne("maxBytes", maxBytes);
        requireAtLeastOne("connections", connections);
    }

    private static void requireAtLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be greater than zero");
        }
    }
}
