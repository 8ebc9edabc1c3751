package dev.ephemint.client.socket;

import dev.ephemint.client.internal.Timer;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * How a {@link TranscriptionSocket} connects and how long it waits.
 *
 * @param timeout until the session is ready, between the last transcripts, and until the vendor has closed
 * @param longestTurn after which the client commits if the vendor ends no turns
 * @param keepAlive how long the vendor may be silent before a ping, and how long the pong may take
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
