package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the sandbox answers; an empty body has no content type. */
record Answer(int status, Map<String, String> headers, String body) {

    static final Answer NEVER = empty(0);

    Answer {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("content-type", "application/json"), body.toString());
    }

    static Answer prettyJson(int status, JsonNode body) {
        return new Answer(status, Map.of("content-type", "application/json"), Json.pretty(body));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    @Override
    public String toString() {
        return "Answer[status=" + status + ", headers=" + headers.keySet() + "]";
    }
}
