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
 * @param purpose for metrics; it is not sent
 */
public record UpstreamCall(
        String method, URI uri, Map<String, String> headers, ObjectNode body, Optional<Text> text, Purpose purpose) {

    public UpstreamCall {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** What a call asks for. */
    public enum Purpose {
        MINT("mint"),

        /** An offer of WebRTC. */
        CALL("call"),

        /** The end of a WebRTC call. */
        HANGUP("hangup");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }

        /** The value of a metric's label. */
        public String label() {
            return label;
        }
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
        this(method, uri, headers, body, Optional.empty(), Purpose.MINT);
    }

    public UpstreamCall(URI uri, Map<String, String> headers, ObjectNode body) {
        this("POST", uri, headers, body);
    }

    /** A POST of a text. */
    public static UpstreamCall post(URI uri, Map<String, String> headers, Text text, Purpose purpose) {
        return new UpstreamCall(
                "POST", uri, headers, JsonNodeFactory.instance.objectNode(), Optional.of(text), purpose);
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
        return new UpstreamCall(method, uri, more, body, text, purpose);
    }

    /** Names only: values may be keys, the body may hold what the caller keeps to itself. */
    @Override
    public String toString() {
        return "UpstreamCall[" + method + " " + uri + ", headers=" + headers.keySet() + "]";
    }
}
