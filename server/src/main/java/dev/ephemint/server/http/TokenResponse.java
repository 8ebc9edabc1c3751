package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatShape;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A minted token as the contract has it, in both shapes: trees, of which those of the token are shared. */
final class TokenResponse {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectNode BEARER =
            NODES.objectNode().put("name", "Authorization").put("value", "Bearer {value}");

    /** What the official Node SDK offers from a browser, without the beta's third one. */
    private static final ArrayNode SUBPROTOCOLS =
            NODES.arrayNode().add("realtime").add("openai-insecure-api-key.{value}");

    /** How a caller names what the token names in the nested shape. */
    private record Names(UnaryOperator<String> param, UnaryOperator<String> text) {

        private static final Names NESTED = new Names(UnaryOperator.identity(), UnaryOperator.identity());
        private static final Names FLAT = new Names(FlatShape::flatParam, FlatShape::flatText);
    }

    private TokenResponse() {}

    static ObjectNode nested(MintedToken token) {
        return with(connect(token, Names.NESTED), tree(token));
    }

    static ObjectNode flat(MintedToken token) {
        return with(connect(token, Names.FLAT), FlatShape.flattenResponse(tree(token)));
    }

    private static ObjectNode tree(MintedToken token) {
        ObjectNode response = NODES.objectNode().setAll(token.response());
        return response.put("value", token.value().reveal());
    }

    /** The vendor's response with all its members, also those that the contract does not have. */
    private static ObjectNode with(ObjectNode connect, ObjectNode response) {
        return response.set("connect", connect);
    }

    private static ObjectNode connect(MintedToken token, Names names) {
        Connection connection = token.connection();
        ObjectNode connect = NODES.objectNode().put("dialect", connection.dialect());
        ObjectNode socket = connect.putObject("websocket");
        socket.put("url", connection.addresses().webSocket().toString());
        socket.set("header", BEARER);
        socket.set("subprotocols", connection.addresses().takesSubprotocols() ? SUBPROTOCOLS : NODES.nullNode());
        connect.set("webrtc", call(connection.addresses().webRtc()));
        connect.putArray("first_events").addAll(connection.firstEvents());
        connect.put("vendor_time", connection.vendorTime().orElse(null));
        connect.put("verified", false);
        addWarnings(connection.warnings(), names, connect);
        addConstraints(connection.constraints(), names, connect);
        connection.upstream().ifPresent(name -> connect.put("upstream", name));
        token.expiresAt().ifPresent(seconds -> connect.put("expires_at", seconds));
        return connect;
    }

    private static JsonNode call(Optional<URI> calls) {
        if (calls.isEmpty()) {
            return NODES.nullNode();
        }
        ObjectNode call = NODES.objectNode().put("url", calls.get().toString());
        call.set("header", BEARER);
        return call.put("content_type", "application/sdp");
    }

    private static void addWarnings(List<MintWarning> warnings, Names names, ObjectNode connect) {
        ArrayNode all = connect.putArray("warnings");
        for (MintWarning warning : warnings) {
            all.addObject()
                    .put("code", warning.code())
                    .put("message", names.text().apply(warning.message()))
                    .put("param", warning.param() == null ? null : names.param().apply(warning.param()));
        }
    }

    /** No member without a constraint: then no policy applies. */
    private static void addConstraints(List<Constraint> constraints, Names names, ObjectNode connect) {
        if (constraints.isEmpty()) {
            return;
        }
        ArrayNode all = connect.putArray("constraints");
        for (Constraint constraint : constraints) {
            ObjectNode one = all.addObject().put("param", names.param().apply(constraint.param()));
            one.set("schema", constraint.schema());
            one.put("enforced_by", constraint.enforcedBy().toString());
        }
    }
}
