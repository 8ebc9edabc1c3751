package dev.ephemint.server.upstream;

import java.time.Duration;

/**
 * How long and how much an exchange may take.
 *
 * @param connect until a connection stands
 * @param whole until the last byte of the answer is read, the connection included
 * @param maxBytes the longest answer body that is read
 */
public record ExchangeLimits(Duration connect, Duration whole, int maxBytes) {

    public static final ExchangeLimits DEFAULTS =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1024 * 1024);

    public ExchangeLimits {
        requirePositive("connect", connect);
        requirePositive("whole", whole);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1");
        }
    }

    public ExchangeLimits withConnect(Duration other) {
        return new ExchangeLimits(other, whole, maxBytes);
    }

    public ExchangeLimits withWhole(Duration other) {
        return new ExchangeLimits(connect, other, maxBytes);
    }

    public ExchangeLimits withMaxBytes(int other) {
        return new ExchangeLimits(connect, whole, other);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }
}
