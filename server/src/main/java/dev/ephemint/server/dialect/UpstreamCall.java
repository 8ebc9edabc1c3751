package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One call to a vendor: a POST, or a GET without a body. Header names are lower case; only what a dialect or a credential put there is ever sent.
 *
 * @param method {@code POST} or {@code GET}
 * @param uri absolute
 * @param headers name to value; may hold the key
 * @param body a JSON object, shared and not copied, so it is read-only; empty, and not sent, with a GET
 * @param text sent in place of the JSON object
 */
public record UpstreamCall(String method, URI uri, Map<String, String> headers, ObjectNode body, Optional<Text> text) {

    public UpstreamCall {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /**
     * A body that is no JSON.
     *
     * @param type its media type, which {@code accept} has, too
     */
    public record Text(String type, String content) {

        /** No body. */
        public static final Text NONE = new Text("", "");

        /** Its type only. */
        @Override
        public String toString() {
            return "Text[" + type + "]";
        }
    }

    public UpstreamCall(String method, URI uri, Map<String, String> headers, ObjectNode body) {
        this(method, uri, headers, body, Optional.empty());
    }

    public UpstreamCall(URI uri, Map<String, String> headers, ObjectNode body) {
        this("POST", uri, headers, body);
    }

    /** A POST of a text. */
    public static UpstreamCall post(URI uri, Map<String, String> headers, Text text) {
        return new UpstreamCall("POST", uri, headers, JsonNodeFactory.instance.objectNode(), Optional.of(text));
    }

    /** A POST without a body. */
    public static UpstreamCall post(URI uri) {
        return post(uri, Map.of(), Text.NONE);
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
        return new UpstreamCall(method, uri, more, body, text);
    }

    /** Names only: values may be keys, the body may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "UpstreamCall[" + method + " " + uri + ", headers=" + headers.keySet() + "]";
    }
}
