package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One POST to a vendor. Header names are lower case; only what a dialect or a credential put there is ever sent.
 *
 * @param uri absolute
 * @param headers name to value; may hold the key
 * @param body a JSON object
 */
public record UpstreamCall(URI uri, Map<String, String> headers, ObjectNode body) {

    public UpstreamCall {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        body = body.deepCopy();
    }

    public UpstreamCall(URI uri, ObjectNode body) {
        this(uri, Map.of(), body);
    }

    /** A copy: a call is immutable. */
    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    public UpstreamCall withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new UpstreamCall(uri, more, body);
    }

    /** Names only: values may be keys, the body may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "UpstreamCall[POST " + uri + ", headers=" + headers.keySet() + "]";
    }
}
