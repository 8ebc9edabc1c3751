package dev.ephemint.client.socket;

import dev.ephemint.client.internal.Timer;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * How a {@link TranscriptionSocket} connects and how long it waits.
 *
 * @param timeout until a session is there, between the last texts, and until the vendor has closed
 * @param longestTurn after which the client commits if the vendor ends no turns
 * @param keepAlive how long nothing may come before a sign of life is asked for, and how long that may take
 */
record SocketSettings(
        HttpClient http,
        int sendsInFlight,
        int reconnects,
        Duration timeout,
        Duration keepAlive,
        Duration longestTurn,
        Timer timer) {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    /** Before each connection in a row; doubles up to 8 seconds. */
    Duration waitBefore(int attempt) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 4));
    }
}
