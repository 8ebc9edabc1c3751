package dev.ephemint.server.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.ephemint.contract.Document;
import dev.ephemint.server.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecidedUnionsTest {

    private static final JsonNode CONTRACT = Document.CONTRACT.tree();

    private static final Schema WHOLE = schema("whole", CONTRACT);
    private static final Schema DECIDED = schema("decided", DecidedUnions.in(CONTRACT));

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
