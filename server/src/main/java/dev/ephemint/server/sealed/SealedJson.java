package dev.ephemint.server.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads what a sealed token holds. Only content that is authentic is read. */
final class SealedJson {

    private SealedJson() {}

    static byte[] write(SealedToken sealed) {
        ObjectNode json = object().put("id", sealed.id())
                .put("caller", sealed.caller().id())
                .put("policy", sealed.caller().policy())
                .put("sealed", sealed.sealed().getEpochSecond())
                .put("expires", sealed.expires().getEpochSecond())
                .put("value", sealed.token().value().reveal());
        sealed.origin().ifPresent(origin -> json.put("origin", origin));
        sealed.token().vendorRequestId().ifPresent(id -> json.put("request", id));
        json.set("response", sealed.token().response());
        json.set("connection", connection(sealed.token().connection()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static SealedToken read(byte[] content) {
        JsonNode json = tree(content);
        MintedToken token = new MintedToken(
                new Secret(json.path("value").textValue()),
                (ObjectNode) json.path("response"),
                connection(json.path("connection")),
                json.path("request").textValue());
        return new SealedToken(
                json.path("id").textValue(),
                new Caller(json.path("caller").textValue(), json.path("policy").textValue(), Optional.empty()),
                text(json, "origin"),
                Instant.ofEpochSecond(json.path("sealed").longValue()),
                Instant.ofEpochSecond(json.path("expires").longValue()),
                token);
    }

    private static ObjectNode connection(Connection connection) {
        Addresses addresses = connection.addresses();
        ObjectNode json = object().put("dialect", connection.dialect())
                .put("socket", addresses.webSocket().toString())
                .put("subprotocols", addresses.takesSubprotocols());
        connection.upstream().ifPresent(name -> json.put("upstream", name));
        addresses.webRtc().ifPresent(uri -> json.put("call", uri.toString()));
        connection.vendorTime().ifPresent(time -> json.put("time", time));
        connection.firstEvents().forEach(json.putArray("events")::add);
        ArrayNode warnings = json.putArray("warnings");
        connection.warnings().forEach(warning -> warnings.addObject()
                .put("code", warning.code())
                .put("message", warning.message())
                .put("param", warning.param()));
        ArrayNode constraints = json.putArray("constraints");
        connection.constraints().forEach(constraint -> constraints
                .addObject()
                .put("param", constraint.param())
                .put("by", constraint.enforcedBy().name())
                .set("schema", constraint.schema()));
        return json;
    }

    private static Connection connection(JsonNode json) {
        List<ObjectNode> events = new ArrayList<>();
        json.path("events").forEach(event -> events.add((ObjectNode) event));
        List<MintWarning> warnings = new ArrayList<>();
        json.path("warnings")
                .forEach(warning -> warnings.add(new MintWarning(
                        warning.path("code").textValue(),
                        warning.path("message").textValue(),
                        warning.path("param").textValue())));
        List<Constraint> constraints = new ArrayList<>();
        json.path("constraints")
                .forEach(constraint -> constraints.add(new Constraint(
                        constraint.path("param").textValue(),
                        (ObjectNode) constraint.path("schema"),
                        Enforcer.valueOf(constraint.path("by").textValue()))));
        Addresses addresses = new Addresses(
                URI.create(json.path("socket").textValue()),
                json.path("subprotocols").booleanValue(),
                text(json, "call").map(URI::create));
        Optional<Long> time =
                Optional.of(json.path("time")).filter(JsonNode::isNumber).map(JsonNode::longValue);
        return new Connection(
                json.path("dialect").textValue(),
                text(json, "upstream"),
                addresses,
                events,
                time,
                warnings,
                constraints);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }

    private static JsonNode tree(byte[] content) {
        try {
            return ContractJson.mapper().readTree(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("authentic content is JSON", impossible);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
