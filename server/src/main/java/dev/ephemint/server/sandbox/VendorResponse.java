package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the sandbox answers; an empty body has no content type. */
record VendorResponse(int status, Map<String, String> headers, String body) {

    static final VendorResponse NEVER = empty(0);

    VendorResponse {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    static VendorResponse json(int status, JsonNode body) {
        return new VendorResponse(status, Map.of("content-type", "application/json"), body.toString());
    }

    static VendorResponse prettyJson(int status, JsonNode body) {
        return new VendorResponse(status, Map.of("content-type", "application/json"), Json.pretty(body));
    }

    static VendorResponse empty(int status) {
        return new VendorResponse(status, Map.of(), "");
    }

    VendorResponse with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new VendorResponse(status, more, body);
    }

    @Override
    public String toString() {
        return "Answer[status=" + status + ", headers=" + headers.keySet() + "]";
    }
}
