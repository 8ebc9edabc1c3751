package dev.ephemint.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ConnectionHeader;
import dev.ephemint.contract.model.ConnectionWebRtc;
import dev.ephemint.contract.model.ConnectionWebSocket;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.Warning;
import dev.ephemint.server.mint.FlatShape;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.UnreadableAnswer;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A minted token as the contract has it, in both shapes. */
final class TokenAnswer {

    private static final ConnectionHeader BEARER =
            new ConnectionHeader().name("Authorization").value("Bearer {value}");

    /** What the official Node SDK offers from a browser, without the beta's third one. */
    private static final List<String> SUBPROTOCOLS = List.of("realtime", "openai-insecure-api-key.{value}");

    private TokenAnswer() {}

    static ClientSecret nested(MintedToken token) {
        return bind(token, tree(token), ClientSecret.class)
                .connect(connect(token, UnaryOperator.identity(), UnaryOperator.identity()));
    }

    static FlatTranscriptionSession flat(MintedToken token) {
        return bind(token, FlatShape.flattenAnswer(tree(token)), FlatTranscriptionSession.class)
                .connect(connect(token, FlatShape::flatParam, FlatShape::flatText));
    }

    private static ObjectNode tree(MintedToken token) {
        return token.answer().put("value", token.value().reveal());
    }

    private static <T> T bind(MintedToken token, ObjectNode tree, Class<T> model) {
        try {
            return ContractJson.mapper().treeToValue(tree, model);
        } catch (JsonProcessingException mismatch) {
            throw new MintFailedException(
                    new UnreadableAnswer("the answer does not fit the contract"), token.requestId());
        }
    }

    private static Connection connect(MintedToken token, UnaryOperator<String> param, UnaryOperator<String> text) {
        dev.ephemint.server.mint.Connection connection = token.connection();
        Connection connect = new Connection()
                .dialect(connection.dialect())
                .websocket(new ConnectionWebSocket()
                        .url(connection.addresses().webSocket().toString())
                        .header(BEARER)
                        .subprotocols(connection.addresses().takesSubprotocols() ? SUBPROTOCOLS : null))
                .webrtc(connection.addresses().webRtc().map(TokenAnswer::call).orElse(null))
                .firstEvents(connection.firstEvents().stream()
                        .map(event -> ContractJson.mapper().convertValue(event, ConnectionEvent.class))
                        .toList())
                .vendorTime(connection.vendorTime().orElse(null))
                .verified(false)
                .warnings(connection.warnings().stream()
                        .map(warning -> warning(warning, param, text))
                        .toList());
        token.expiresAt().ifPresent(connect::expiresAt);
        return connect;
    }

    private static ConnectionWebRtc call(URI calls) {
        return new ConnectionWebRtc().url(calls.toString()).header(BEARER).contentType("application/sdp");
    }

    private static Warning warning(MintWarning warning, UnaryOperator<String> param, UnaryOperator<String> text) {
        return new Warning()
                .code(warning.code())
                .message(text.apply(warning.message()))
                .param(warning.param() == null ? null : param.apply(warning.param()));
    }
}
