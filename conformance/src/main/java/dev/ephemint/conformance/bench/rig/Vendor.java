package dev.ephemint.conformance.bench.rig;

import java.net.URI;
import java.time.Duration;

/** The vendor that gateways mint at. */
public interface Vendor {
    URI uri();

    /** How long it takes for a response from now on. */
    void delay(Duration delay);

    /** How many requests have arrived. */
    long arrived();

    /** Waits until no request arrives for a moment. */
    void awaitQuiet();
}
