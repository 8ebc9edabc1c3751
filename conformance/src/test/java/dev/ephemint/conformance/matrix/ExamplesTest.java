package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.References;
import dev.ephemint.conformance.scenario.Gateway;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools assemble from the contract's examples mints: whole bodies, objects with an example, and single properties. */
final class ExamplesTest {
    private static final DialectContract CONTRACT = DialectContract.base();
    private static final References REFERENCES = new References(CONTRACT.tree());
    private static final Gateway.Running FACADE =
            Facades.start(Map.of("server.port", "0", "upstream.dialect", "openai"));

    static Stream<Arguments> bodies() {
        return Stream.of(MintOperation.values()).flatMap(operation -> {
            JsonNode schema = CONTRACT.requestSchema(operation);
            return Stream.concat(
                            examples(operation), Stream.of(true, false).flatMap(objects -> branches(schema, objects)))
                    .map(body -> Arguments.of(operation, body));
        });
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("bodies")
    void mints(MintOperation operation, JsonNode body) {
        assertThat(CONTRACT.schemas().violations(CONTRACT.requestSchema(operation), body))
                .isEmpty();
        Message response = new MessageSender()
                .call(
                        FACADE.uri(),
                        Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                                .with("content-type", "application/json"));

        assertThat(response.status()).as(body + " " + response.body()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        FACADE.close();
    }

    private static Stream<JsonNode> examples(MintOperation operation) {
        String name = operation.isFlat() ? "CreateTranscriptionSession" : "CreateClientSecret";
        JsonNode examples =
                CONTRACT.tree().at("/components/requestBodies/" + name + "/content/application~1json/examples");
        return stream(examples).map(example -> REFERENCES.resolve(example).path("value"));
    }

    /** One body for each kind of session. */
    private static Stream<JsonNode> branches(JsonNode schema, boolean objects) {
        JsonNode session = REFERENCES.resolve(schema).at("/properties/session");
        ObjectNode body = (ObjectNode) assembled(schema, objects).orElseThrow();
        return session.isMissingNode()
                ? Stream.of(body)
                : stream(REFERENCES.resolve(session).path("oneOf")).map(kind -> body.deepCopy()
                        .set("session", assembled(kind, objects).orElseThrow()));
    }

    /**
     * The value that the examples of a schema make; nothing if there are none.
     *
     * @param objects whether an object's own example goes before those of its properties
     */
    private static Optional<JsonNode> assembled(JsonNode schema, boolean objects) {
        JsonNode resolved = REFERENCES.resolve(schema);
        JsonNode example = resolved.path("examples").path(0);
        if (!example.isMissingNode() && (objects || !resolved.has("properties"))) {
            return Optional.of(example);
        }
        if (resolved.has("properties")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            resolved.path("properties").properties().forEach(member -> assembled(member.getValue(), objects)
                    .ifPresent(value -> object.set(member.getKey(), value)));
            return Optional.of(object);
        }
        if (resolved.path("items").isObject()) {
            return assembled(resolved.path("items"), objects)
                    .map(item -> JsonNodeFactory.instance.arrayNode().add(item));
        }
        return Stream.of("oneOf", "anyOf")
                .flatMap(union -> stream(resolved.path(union)))
                .findFirst()
                .flatMap(branch -> assembled(branch, objects));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
