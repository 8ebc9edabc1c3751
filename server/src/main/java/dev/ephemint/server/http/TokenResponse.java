package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ConnectionHeader;
import dev.ephemint.contract.model.ConnectionWebRtc;
import dev.ephemint.contract.model.ConnectionWebSocket;
import dev.ephemint.contract.model.Constraint;
import dev.ephemint.contract.model.Warning;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatShape;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A minted token as the contract has it, in both shapes. */
final class TokenResponse {

    private static final ConnectionHeader BEARER =
            new ConnectionHeader().name("Authorization").value("Bearer {value}");

    /** What the official Node SDK offers from a browser, without the beta's third one. */
    private static final List<String> SUBPROTOCOLS = List.of("realtime", "openai-insecure-api-key.{value}");

    private TokenResponse() {}

    static ObjectNode nested(MintedToken token) {
        return with(connect(token, UnaryOperator.identity(), UnaryOperator.identity()), tree(token));
    }

    static ObjectNode flat(MintedToken token) {
        return with(connect(token, FlatShape::flatParam, FlatShape::flatText), FlatShape.flattenResponse(tree(token)));
    }

    private static ObjectNode tree(MintedToken token) {
        return token.response().put("value", token.value().reveal());
    }

    /** The vendor's response with all its members, also those that the contract does not have. */
    private static ObjectNode with(Connection connect, ObjectNode response) {
        return response.set("connect", ContractJson.mapper().valueToTree(connect));
    }

    private static Connection connect(MintedToken token, UnaryOperator<String> param, UnaryOperator<String> text) {
        dev.ephemint.server.mint.Connection connection = token.connection();
        Connection connect = new Connection()
                .dialect(connection.dialect())
                .websocket(new ConnectionWebSocket()
                        .url(connection.addresses().webSocket().toString())
                        .header(BEARER)
                        .subprotocols(connection.addresses().takesSubprotocols() ? SUBPROTOCOLS : null))
                .webrtc(connection.addresses().webRtc().map(TokenResponse::call).orElse(null))
                .firstEvents(connection.firstEvents().stream()
                        .map(event -> ContractJson.mapper().convertValue(event, ConnectionEvent.class))
                        .toList())
                .vendorTime(connection.vendorTime().orElse(null))
                .verified(false)
                .warnings(connection.warnings().stream()
                        .map(warning -> warning(warning, param, text))
                        .toList());
        if (!connection.constraints().isEmpty()) {
            connect.constraints(connection.constraints().stream()
                    .map(constraint -> constraint(constraint, param))
                    .toList());
        }
        connection.upstream().ifPresent(connect::upstream);
        token.expiresAt().ifPresent(connect::expiresAt);
        return connect;
    }

    private static ConnectionWebRtc call(URI calls) {
        return new ConnectionWebRtc().url(calls.toString()).header(BEARER).contentType("application/sdp");
    }

    private static Constraint constraint(dev.ephemint.server.mint.Constraint constraint, UnaryOperator<String> param) {
        return new Constraint()
                .param(param.apply(constraint.param()))
                .schema(constraint.schema())
                .enforcedBy(constraint.enforcedBy().toString());
    }

    private static Warning warning(MintWarning warning, UnaryOperator<String> param, UnaryOperator<String> text) {
        return new Warning()
                .code(warning.code())
                .message(text.apply(warning.message()))
                .param(warning.param() == null ? null : param.apply(warning.param()));
    }
}
