package dev.ephemint.server.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A vendor's response; an empty body has no content type. */
public record VendorResponse(int status, Map<String, String> headers, String body) {

    public static final VendorResponse NEVER = empty(0);

    public VendorResponse {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public static VendorResponse json(int status, JsonNode body) {
        return new VendorResponse(status, Map.of("content-type", "application/json"), body.toString());
    }

    public static VendorResponse prettyJson(int status, JsonNode body) {
        return new VendorResponse(status, Map.of("content-type", "application/json"), Json.pretty(body));
    }

    public static VendorResponse empty(int status) {
        return new VendorResponse(status, Map.of(), "");
    }

    public VendorResponse with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new VendorResponse(status, more, body);
    }

    @Override
    public String toString() {
        return "VendorResponse[status=" + status + ", headers=" + headers.keySet() + "]";
    }
}
