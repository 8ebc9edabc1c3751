package dev.ephemint.server.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.ephemint.contract.Document;
import dev.ephemint.server.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecidedUnionsTest {

    private static final JsonNode CONTRACT = Document.CONTRACT.tree();

    private static final Schema WHOLE = schema("whole", CONTRACT);
    private static final Schema DECIDED =
            schema("decided", InlinedReferences.in(WithoutAnnotations.in(DecidedUnions.in(CONTRACT))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'session':{'type':'realtime'}}",
                "{'session':{'type':'realtime','model':'m','x_own':{'type':'transcription'}}}",
                "{'session':{'type':'realtime','model':5}}",
                "{'session':{'type':'realtime','audio':{'output':{'speed':99}}}}",
                "{'session':{'type':'transcription'}}",
                "{'session':{'type':'transcription','model':5}}",
                "{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm','rate':24000}}}}}",
                "{'session':{'type':'transcription','audio':{'input':{'format':5}}}}",
                "{'session':{'type':'translation'}}",
                "{'session':{'type':5}}",
                "{'session':{'type':null}}",
                "{'session':{'model':'m'}}",
                "{'session':'transcription'}",
                "{'session':[{'type':'realtime'}]}",
                "{'session':null}"
            })
    void aBodyIsAsValidAsBefore(String json) {
        JsonNode body = Fixtures.json(json);

        assertThat(DECIDED.validate(body).isEmpty())
                .isEqualTo(WHOLE.validate(body).isEmpty());
    }

    /** Each member of some full requests, removed and replaced by each of some values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'expires_after':{'anchor':'created_at','seconds':300},'session':{'type':'transcription','include':["
                        + "'item.input_audio_transcription.logprobs'],'audio':{'input':{'format':{'type':'audio/pcm',"
                        + "'rate':24000},'noise_reduction':{'type':'near_field'},'transcription':{'model':'m'},"
                        + "'turn_detection':{'type':'semantic_vad','eagerness':'low'}}}}}",
                "{'session':{'type':'realtime','model':'m','instructions':'i','output_modalities':['text'],"
                        + "'tools':[{'type':'function','name':'f','parameters':{}},{'type':'mcp','server_label':'l',"
                        + "'server_url':'u'}],'tool_choice':{'type':'function','name':'f'},'truncation':{"
                        + "'type':'retention_ratio','retention_ratio':0.5},'audio':{'output':{'voice':'v','format':{"
                        + "'type':'audio/pcmu'}},'input':{'format':{'type':'audio/pcm','rate':24000},"
                        + "'turn_detection':{'type':'server_vad','threshold':0.5}}}}}"
            })
    void anyChangedBodyIsAsValidAsBefore(String json) {
        List<JsonNode> bodies = changed(Fixtures.json(json));

        assertThat(bodies).filteredOn(body -> WHOLE.validate(body).isEmpty()).isNotEmpty();
        assertThat(bodies).filteredOn(body -> !WHOLE.validate(body).isEmpty()).isNotEmpty();
        assertThat(bodies)
                .allMatch(body ->
                        DECIDED.validate(body).isEmpty() == WHOLE.validate(body).isEmpty());
    }

    private static List<JsonNode> changed(JsonNode body) {
        List<JsonNode> all = new ArrayList<>(List.of(body));
        for (JsonPointer path : paths(body, JsonPointer.empty())) {
            JsonNode removed = body.deepCopy();
            if (removed.at(path.head()) instanceof ObjectNode parent) {
                parent.remove(path.last().getMatchingProperty());
                all.add(removed);
            }
            for (JsonNode value : Fixtures.json("{'all':[null,5,0.5,'x','transcription','realtime','function','mcp',"
                            + "'server_vad','semantic_vad','audio/pcm','audio/pcmu',true,[],{},{'type':'x'}]}")
                    .get("all")) {
                JsonNode replaced = body.deepCopy();
                JsonNode parent = replaced.at(path.head());
                if (parent instanceof ObjectNode object) {
                    object.set(path.last().getMatchingProperty(), value);
                } else {
                    ((ArrayNode) parent).set(path.last().getMatchingIndex(), value);
                }
                all.add(replaced);
            }
        }
        return all;
    }

    private static List<JsonPointer> paths(JsonNode node, JsonPointer at) {
        List<JsonPointer> paths = new ArrayList<>();
        node.properties().forEach(member -> paths.add(at.appendProperty(member.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.add(at.appendIndex(i));
        }
        for (JsonPointer path : List.copyOf(paths)) {
            paths.addAll(paths(node.at(path.last()), path));
        }
        return paths;
    }

    @ParameterizedTest
    @EnumSource
    void everyDiscriminatorDecides(Document document) {
        for (JsonNode all : new JsonNode[] {document.tree(), document.events()}) {
            assertThat(DecidedUnions.in(all).findParents("discriminator"))
                    .filteredOn(schema -> schema.path("discriminator").has("propertyName"))
                    .allMatch(schema -> !schema.has("oneOf") && schema.has("if"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'oneOf':[{'type':'object','properties':{'type':{'const':'a'}}}]}",
                "{'discriminator':{'propertyName':'type'},'oneOf':[{'type':'object'}]}",
                "{'discriminator':{'propertyName':'type'},'oneOf':[{'properties':{'type':{'const':'a'}}}]}",
                "{'discriminator':{'propertyName':'type'},'if':{},'oneOf':["
                        + "{'type':'object','properties':{'type':{'const':'a'}}}]}",
                "{'discriminator':{'propertyName':'type'},'oneOf':["
                        + "{'type':'object','properties':{'type':{'const':'a'}}},"
                        + "{'type':'object','properties':{'type':{'const':'a'}}}]}"
            })
    void aUnionOfWhichSeveralBranchesMayHoldStays(String json) {
        JsonNode document = Fixtures.json(json);

        assertThat(DecidedUnions.in(document)).isSameAs(document);
    }

    @Test
    void theDocumentItselfIsNotChanged() {
        assertThat(CONTRACT).isEqualTo(Document.CONTRACT.tree());
    }

    private static Schema schema(String name, JsonNode document) {
        return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("urn:ephemint:test:" + name), document)
                .getSubSchema(new NodePath(PathType.JSON_POINTER)
                        .append("components")
                        .append("schemas")
                        .append("ClientSecretRequest"));
    }
}
