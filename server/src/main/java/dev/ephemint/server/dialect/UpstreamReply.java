package dev.ephemint.server.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A vendor's whole response.
 *
 * @param status HTTP status
 * @param headers lower-case name to value
 * @param body text, empty if there was none; may hold the token
 * @param json the body as a tree, parsed once, so it is read-only; a missing node if it is no JSON
 */
public record UpstreamReply(int status, Map<String, String> headers, String body, JsonNode json) {

    public UpstreamReply {
        SortedMap<String, String> lowerCase = new TreeMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableSortedMap(lowerCase);
    }

    public UpstreamReply(int status, Map<String, String> headers, String body) {
        this(status, headers, body, parse(body));
    }

    private static JsonNode parse(String body) {
        try {
            return ContractJson.tree(body);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return MissingNode.getInstance();
        }
    }

    public UpstreamReply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The same without the keys that the redactor knows, in headers and in every text of the body. A success keeps words:
     * see {@link Redactor#sparingWords}.
     */
    public UpstreamReply redacted(Redactor redactor) {
        Map<String, String> clean = hidden(headers, redactor);
        Redactor ofBody = status / 100 == 2 ? redactor.sparingWords() : redactor;
        if (json.isMissingNode()) {
            return new UpstreamReply(status, clean, ofBody.hide(body), json);
        }
        JsonNode hidden = ofBody.hide(json);
        boolean sameBody = hidden.equals(json);
        if (sameBody && clean.equals(headers)) {
            return this;
        }
        return new UpstreamReply(status, clean, sameBody ? body : hidden.toString(), hidden);
    }

    /** The same map if no value changes. */
    private static Map<String, String> hidden(Map<String, String> headers, Redactor redactor) {
        for (String value : headers.values()) {
            if (!redactor.hide(value).equals(value)) {
                Map<String, String> clean = new TreeMap<>(headers);
                clean.replaceAll((name, any) -> redactor.hide(any));
                return clean;
            }
        }
        return headers;
    }

    /** Neither body nor values: both may hold what must not be printed. */
    @Override
    public String toString() {
        return "UpstreamReply[status=" + status + ", headers=" + headers.keySet() + "]";
    }
}
