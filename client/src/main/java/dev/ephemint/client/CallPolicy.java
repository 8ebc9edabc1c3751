package dev.ephemint.client;

import dev.ephemint.client.internal.Timer;
import java.time.Clock;
import java.time.Duration;

/**
 * How long to wait for a response, and before the next attempt.
 *
 * @param address of the service, for messages
 */
record CallPolicy(Duration timeout, RetryRules rules, Timer timer, Clock clock, String address) {

    NoResponseException timedOut() {
        return new NoResponseException("No complete response from " + address + " within " + timeout, null);
    }
}
