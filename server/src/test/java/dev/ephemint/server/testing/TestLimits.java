package dev.ephemint.server.testing;

import dev.ephemint.server.upstream.ExchangeLimits;
import java.time.Duration;

/** Limits of an exchange that no test reaches, or with one that it does. */
public final class TestLimits {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int CONNECTIONS = 50;
    private static final int MAX_BYTES = 1024 * 1024;

    public static final ExchangeLimits AMPLE = new ExchangeLimits(CONNECT, WHOLE, MAX_BYTES, CONNECTIONS);

    private TestLimits() {}

    public static ExchangeLimits withConnect(Duration connect) {
        return new ExchangeLimits(connect, WHOLE, MAX_BYTES, CONNECTIONS);
    }

    public static ExchangeLimits withWhole(Duration whole) {
        return new ExchangeLimits(CONNECT, whole, MAX_BYTES, CONNECTIONS);
    }

    public static ExchangeLimits withConnections(int connections) {
        return new ExchangeLimits(Duration.ofMillis(50), WHOLE, MAX_BYTES, connections);
    }

    public static ExchangeLimits withMaxBytes(int maxBytes) {
        return new ExchangeLimits(CONNECT, WHOLE, maxBytes, CONNECTIONS);
    }
}
