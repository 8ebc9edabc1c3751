package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamCall.Text;
import java.util.Map;

/** The headers of every call, beside those of dialect and credential. */
public final class StandardHeaders {

    private static final String JSON = "application/json";

    private final String agent;
    private final Map<String, String> ofJson;

    /** @param version of this service */
    public StandardHeaders(String version) {
        this.agent = "ephemint/" + version;
        this.ofJson = of(JSON);
    }

    public UpstreamCall on(UpstreamCall call) {
        if (call.text().isEmpty()) {
            return call.withHeaders(ofJson);
        }
        Text text = call.text().get();
        return call.withHeaders(text.equals(Text.NONE) ? Map.of("accept", JSON, "user-agent", agent) : of(text.type()));
    }

    private Map<String, String> of(String type) {
        return Map.of("accept", type, "content-type", type, "user-agent", agent);
    }
}
