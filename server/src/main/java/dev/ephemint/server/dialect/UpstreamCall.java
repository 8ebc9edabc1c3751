package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call to a vendor: a POST of a body, or a GET without one. Header names are lower case; only what a dialect or a credential put there is ever sent.
 *
 * @param method {@code POST} or {@code GET}
 * @param uri absolute
 * @param headers name to value; may hold the key
 * @param body a JSON object, shared and not copied, so it is read-only; empty, and not sent, with a GET
 */
public record UpstreamCall(String method, URI uri, Map<String, String> headers, ObjectNode body) {

    public UpstreamCall {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public UpstreamCall(URI uri, Map<String, String> headers, ObjectNode body) {
        this("POST", uri, headers, body);
    }

    public UpstreamCall(URI uri, ObjectNode body) {
        this(uri, Map.of(), body);
    }

    public static UpstreamCall get(URI uri) {
        return new UpstreamCall("GET", uri, Map.of(), JsonNodeFactory.instance.objectNode());
    }

    public UpstreamCall withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    public UpstreamCall withHeaders(Map<String, String> others) {
        Map<String, String> more = new TreeMap<>(headers);
        more.putAll(others);
        return new UpstreamCall(method, uri, more, body);
    }

    /** Names only: values may be keys, the body may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "UpstreamCall[" + method + " " + uri + ", headers=" + headers.keySet() + "]";
    }
}
