package dev.ephemint.server.metrics;

import io.micrometer.core.instrument.Tags;

/**
 * The labels of an upstream.
 *
 * @param name {@code default} if there is only one, without a name; {@code none} if none was asked
 */
public record UpstreamTag(String name, String dialect) {

    static final UpstreamTag NONE = new UpstreamTag("none", "none");

    Tags tags() {
        return Tags.of("upstream", name, "dialect", dialect);
    }
}
