package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;

/** The headers of every call, beside those of dialect and credential. */
public record StandardHeaders(String version) {

    public UpstreamCall on(UpstreamCall call) {
        return call.withHeader("accept", "application/json")
                .withHeader("content-type", "application/json")
                .withHeader("user-agent", "ephemint/" + version);
    }
}
