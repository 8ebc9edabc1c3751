package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Exchanges as lines without secrets: redacted by member name and by form. */
final class Redaction {

    private static final Redactor SHAPES = Redactor.ofShapes();

    /** Where a vendor puts a token: {@code value}, be it in {@code client_secret} or not; and where others do. */
    private static final Set<String> SECRET_MEMBERS =
            Set.of("value", "token", "access_token", "api_key", "key", "client_secret", "secret", "ephemeral_key");

    /** What helps to find a cause; a cookie does not. */
    private static final List<String> REPORTED_HEADERS = List.of(
            "date",
            "content-type",
            "location",
            "retry-after",
            "retry-after-ms",
            "x-request-id",
            "apim-request-id",
            "x-ms-region",
            "x-ephemint-sandbox");

    private Redaction() {}

    /** A call before it is signed, with the headers by which it will be. */
    static List<String> sent(UpstreamCall call, Credential credential) {
        List<String> lines = new ArrayList<>();
        lines.add(call.method() + " " + call.uri());
        call.headers().forEach((name, value) -> lines.add(name + ": " + SHAPES.text(value)));
        credential.headers().forEach(name -> lines.add(name + ": " + Redactor.HIDDEN));
        if (call.method().equals("POST")) {
            lines.add(call.body().toString());
        }
        return lines;
    }

    static List<String> received(UpstreamReply reply) {
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(reply.status()));
        for (String name : REPORTED_HEADERS) {
            reply.header(name).ifPresent(value -> lines.add(name + ": " + SHAPES.text(value)));
        }
        lines.add(reply.body().isBlank() ? "(no body)" : text(reply.body()));
        return lines;
    }

    /** Any text from a vendor. */
    static String text(String vendors) {
        try {
            JsonNode node = ContractJson.mapper().readTree(vendors);
            hide(node);
            return SHAPES.text(node.toString());
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return SHAPES.text(vendors);
        }
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> SECRET_MEMBERS.contains(member.getKey())
                            && member.getValue().isTextual())
                    .toList()
                    .forEach(member -> object.put(member.getKey(), Redactor.HIDDEN));
        }
        node.forEach(Redaction::hide);
    }
}
