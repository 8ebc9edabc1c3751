package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import java.util.Map;

/** The headers of every call, beside those of dialect and credential. */
public record StandardHeaders(String version) {

    public UpstreamCall on(UpstreamCall call) {
        String type = call.text().map(UpstreamCall.Text::type).orElse("application/json");
        return call.withHeaders(Map.of("accept", type, "content-type", type, "user-agent", "ephemint/" + version));
    }
}
