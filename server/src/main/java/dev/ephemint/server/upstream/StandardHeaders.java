package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import java.util.Map;

/** The headers of every call, beside those of dialect and credential. */
public record StandardHeaders(String version) {

    public UpstreamCall on(UpstreamCall call) {
        return call.withHeaders(Map.of(
                "accept", "application/json", "content-type", "application/json", "user-agent", "ephemint/" + version));
    }
}
