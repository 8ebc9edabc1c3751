package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamCall.Text;
import java.util.Map;

/** The headers of every call, beside those of dialect and credential. */
public record StandardHeaders(String version) {

    private static final String JSON = "application/json";

    public UpstreamCall on(UpstreamCall call) {
        String agent = "ephemint/" + version;
        if (call.text().filter(Text.NONE::equals).isPresent()) {
            return call.withHeaders(Map.of("accept", JSON, "user-agent", agent));
        }
        String type = call.text().map(Text::type).orElse(JSON);
        return call.withHeaders(Map.of("accept", type, "content-type", type, "user-agent", agent));
    }
}
