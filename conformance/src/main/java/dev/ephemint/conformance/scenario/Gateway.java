package dev.ephemint.conformance.scenario;

import java.net.URI;
import java.util.Map;

/** A mint gateway that can be started with settings: the thing under test. */
@FunctionalInterface
public interface Gateway {
    Running start(Map<String, String> settings);

    /** A started gateway; its URI is scheme and authority. */
    interface Running extends AutoCloseable {
        URI uri();

        @Override
        void close();
    }
}
