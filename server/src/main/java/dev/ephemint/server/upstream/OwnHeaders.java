package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;

/** What every call carries beside what dialect and credential put on it. */
public record OwnHeaders(String version) {

    public UpstreamCall on(UpstreamCall call) {
        return call.withHeader("accept", "application/json")
                .withHeader("content-type", "application/json")
                .withHeader("user-agent", "ephemint/" + version);
    }
}
