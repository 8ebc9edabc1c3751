package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Redactor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the tape of an exchange: what the rules list, redacted, and nothing else. */
public final class TapeComposer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RedactionRules rules;
    private final Origin origin;

    public TapeComposer(RedactionRules rules, Origin origin) {
        this.rules = rules;
        this.origin = origin;
    }

    /**
     * The tape's tree.
     *
     * @throws SuspectedSecretException if it still holds what looks like a credential
     */
    public ComposedTape compose(TargetDialect dialect, String name, String note, Captured exchange) {
        Redactor known = Redactor.of(exchange.hidden());
        TapeRedactor redactor = new TapeRedactor(rules, known);
        Optional<JsonNode> sent = body(exchange.request()).map(redactor::tree);
        Optional<JsonNode> received = body(exchange.response()).map(redactor::tree);

        ObjectNode tape = JSON.objectNode();
        tape.put("dialect", dialect.id()).put("operation", dialect.operation().name());
        tape.put("source", redactor.text(origin.source()))
                .put("captured", origin.captured().toString());
        tape.put("evidence", origin.grade().name().toLowerCase(Locale.ROOT));
        tape.put("note", note + remark(exchange.response(), received));
        ArrayNode unpublished = tape.putArray("unpublished");
        if (sent.isEmpty()) {
            unpublished.add("/request/body");
        }
        if (received.isEmpty()) {
            unpublished.add("/response/body");
        }
        tape.putArray("reconstructed");
        ObjectNode request = tape.putObject("request");
        request.put("method", exchange.request().method()).put("path", path(dialect, exchange.request(), redactor));
        sent.ifPresent(body -> request.set("body", body));
        ObjectNode response = tape.putObject("response");
        response.put("status", exchange.response().status());
        response.set("headers", headers(exchange.response(), redactor));
        received.ifPresent(body -> response.set("body", body));

        new SecretCheck(known).check(dialect.id() + "/" + name, tape);
        return new ComposedTape(dialect.id() + "/" + name, tape);
    }

    private static String remark(Message response, Optional<JsonNode> body) {
        return body.isPresent() || response.body().isEmpty() ? "" : " The response body is not JSON and is left out.";
    }

    /** A body that is not one JSON value, or that names a member twice, cannot be redacted by member. */
    private static Optional<JsonNode> body(Message message) {
        try {
            return Optional.of(ExactJson.parse(message.body())).filter(tree -> !tree.isMissingNode());
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    /** The dialect's own path, without what precedes it in the target's address. */
    private String path(TargetDialect dialect, Message request, TapeRedactor redactor) {
        String[] parts = request.target().split("\\?", 2);
        String query = parts.length < 2
                ? ""
                : Arrays.stream(parts[1].split("&", -1))
                        .filter(parameter -> rules.query().contains(parameter.replaceFirst("=.*", "")))
                        .map(redactor::text)
                        .collect(Collectors.joining("&"));
        return dialect.mintPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private ObjectNode headers(Message response, TapeRedactor redactor) {
        ObjectNode headers = JSON.objectNode();
        rules.headers().keySet().stream().sorted().forEach(name -> response.header(name)
                .ifPresent(value -> headers.put(name, redactor.header(name, value))));
        return headers;
    }
}
