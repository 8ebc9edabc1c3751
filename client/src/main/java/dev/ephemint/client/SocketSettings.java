package dev.ephemint.client;

import java.net.http.HttpClient;
import java.time.Duration;

/** How a {@link TranscriptionSocket} connects and how long it waits. */
record SocketSettings(HttpClient http, int sendsInFlight, int reconnects, Duration timeout, Timer timer) {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    /** Before each connection in a row; doubles. */
    Duration waitBefore(int attempt) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 4));
    }
}
