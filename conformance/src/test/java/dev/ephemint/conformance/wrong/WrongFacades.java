package dev.ephemint.conformance.wrong;

import static dev.ephemint.conformance.TargetDialect.AZURE;
import static dev.ephemint.conformance.TargetDialect.AZURE_PREVIEW;
import static dev.ephemint.conformance.TargetDialect.OPENAI;
import static dev.ephemint.conformance.TargetDialect.OPENAI_BETA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Gateways that differ from Ephemint's server in one thing: a connection hint, or the translation of the flat shape. */
final class WrongFacades {
    private static final String FLAT = "/v1/realtime/transcription_sessions";

    private WrongFacades() {}

    /** The server's dialect, and what is changed in front of it. */
    record WrongFacade(TargetDialect dialect, UnaryOperator<Message> request, UnaryOperator<Message> response) {}

    static Map<String, WrongFacade> all() {
        Map<String, WrongFacade> all = new TreeMap<>();
        all.put("connect-missing", response(OPENAI, tree -> Trees.withoutMember(tree, "connect")));
        all.put("connect-of-another-dialect", hint(OPENAI, "/connect", "dialect", TextNode.valueOf("azure")));
        all.put("connect-to-another-path", url(OPENAI, "/v1/realtime", "/v1/realtime/sockets"));
        all.put("connect-without-intent", url(OPENAI, "intent=transcription", "intent=conversation"));
        all.put("connect-names-the-model", url(OPENAI, "$", "&model=gpt-4o-transcribe"));
        all.put("connect-names-the-deployment", url(AZURE_PREVIEW, "$", "&deployment=gpt-realtime-whisper"));
        all.put("connect-with-api-version-on-ga", url(AZURE, "$", "&api-version=2025-04-01-preview"));
        all.put("connect-without-api-version-on-preview", url(AZURE_PREVIEW, "api-version=[^&]*&?", ""));
        all.put("connect-with-the-token-filled-in", credential("value", "Bearer ek_tape_kit_minted"));
        all.put("connect-with-another-header", credential("name", "api-key"));
        all.put(
                "connect-without-subprotocols",
                hint(OPENAI, "/connect/websocket", "subprotocols", NullNode.getInstance()));
        all.put(
                "connect-with-subprotocols-on-azure",
                hint(AZURE, "/connect/websocket", "subprotocols", ExactJson.parse("[\"realtime\"]")));
        all.put("translates-flat-requests-without-model", flatRequest(tree -> Trees.withoutMember(tree, "model")));
        all.put("translates-no-flat-response", flatResponse(WrongFacades::nested));
        all.put("translates-nested-requests-without-include", nestedRequest("include"));
        all.put("translates-nested-responses-without-nulls", nestedResponse());
        return all;
    }

    static Map<String, WrongFacade> of(TargetDialect dialect) {
        Map<String, WrongFacade> some = all();
        some.values().removeIf(wrong -> wrong.dialect() != dialect);
        return some;
    }

    private static WrongFacade response(TargetDialect dialect, UnaryOperator<JsonNode> change) {
        return new WrongFacade(dialect, request -> request, response -> changed(response, change));
    }

    private static WrongFacade hint(TargetDialect dialect, String place, String member, JsonNode value) {
        return response(dialect, tree -> {
            if (tree.at(place) instanceof ObjectNode parent) {
                parent.set(member, value);
            }
            return tree;
        });
    }

    private static WrongFacade credential(String member, String value) {
        return hint(OPENAI, "/connect/websocket/header", member, TextNode.valueOf(value));
    }

    private static WrongFacade url(TargetDialect dialect, String pattern, String replacement) {
        return response(dialect, tree -> {
            if (tree.at("/connect/websocket") instanceof ObjectNode socket) {
                socket.put("url", socket.path("url").asText().replaceFirst(pattern, replacement));
            }
            return tree;
        });
    }

    private static WrongFacade flatRequest(UnaryOperator<JsonNode> change) {
        return new WrongFacade(
                AZURE,
                request -> request.target().equals(FLAT) ? changed(request, change) : request,
                response -> response);
    }

    /** Only flat responses have the member by which they are known. */
    private static WrongFacade flatResponse(UnaryOperator<JsonNode> change) {
        return response(AZURE, tree -> tree.has("client_secret") ? change.apply(tree) : tree);
    }

    private static WrongFacade nestedRequest(String dropped) {
        return new WrongFacade(
                OPENAI_BETA,
                request -> request.target().equals(FLAT)
                        ? request
                        : changed(request, tree -> Trees.withoutMember(tree, dropped)),
                response -> response);
    }

    private static WrongFacade nestedResponse() {
        return response(
                OPENAI_BETA,
                tree -> tree.has("session")
                        ? ((ObjectNode) tree).set("session", Trees.without(tree.path("session"), JsonNode::isNull))
                        : tree);
    }

    /** What the vendor returned, with the flat session inside. */
    private static JsonNode nested(JsonNode flat) {
        ObjectNode session = flat.deepCopy();
        ObjectNode nested = (ObjectNode) session.remove("client_secret");
        nested.set("session", session);
        return nested;
    }

    static Message changed(Message message, UnaryOperator<JsonNode> change) {
        JsonNode tree = PassThroughGateway.json(message.body());
        return tree.isObject()
                ? new Message(message.start(), message.headers(), ExactJson.write(change.apply(tree)))
                : message;
    }
}
