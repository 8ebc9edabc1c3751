package dev.ephemint.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.upstream.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Hides in output: the configured credentials, those of calls, and minted tokens. */
final class Confidential {

    private static final List<String> HEADERS = List.of("authorization", "api-key");
    private static final List<String> TOKENS = List.of("/value", "/client_secret/value");
    private static final String SCHEME = "Bearer ";

    private final List<String> known = new ArrayList<>();
    private Redactor redactor;

    Confidential(Redactor configured) {
        this.redactor = configured;
    }

    /** The exchange, but the credentials that it sends and the tokens that it receives are hidden from then on. */
    Exchange watching(Exchange exchange) {
        return (call, deadline) -> {
            HEADERS.stream()
                    .flatMap(name -> Stream.ofNullable(call.headers().get(name)))
                    .forEach(this::add);
            UpstreamReply reply = exchange.send(call, deadline);
            JsonNode body = tree(reply.body());
            TOKENS.forEach(place -> add(body.at(place).asText()));
            return reply;
        };
    }

    /** Hides what the other one hides, too. */
    void add(Redactor more) {
        redactor = redactor.and(more);
    }

    private void add(String credential) {
        String bare = credential.startsWith(SCHEME) ? credential.substring(SCHEME.length()) : credential;
        if (!known.contains(bare)) {
            known.add(bare);
            redactor = redactor.with(bare);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return ContractJson.mapper().readTree(body);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return MissingNode.getInstance();
        }
    }

    String hide(String text) {
        return redactor.hide(text);
    }

    JsonNode hide(JsonNode tree) {
        return redactor.hide(tree);
    }
}
