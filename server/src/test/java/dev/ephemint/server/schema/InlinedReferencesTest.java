package dev.ephemint.server.schema;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InlinedReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$ref':'#/components/schemas/Text'} | {'type':'string'}",
                "{'properties':{'a':{'$ref':'#/components/schemas/Text'}}} | {'properties':{'a':{'type':'string'}}}",
                "{'anyOf':[{'$ref':'#/components/schemas/Text'}]} | {'anyOf':[{'type':'string'}]}",
                "{'items':{'$ref':'#/components/schemas/Alias'}} | {'items':{'type':'string'}}",
            })
    void aReferenceIsTheSchema(String schema, String inlined) {
        assertThat(inlined(schema)).isEqualTo(json(inlined));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$ref':'#/components/schemas/Text','maxLength':3}",
                "{'$ref':'#/components/schemas/Unknown'}",
                "{'$ref':'#/paths/x'}",
                "{'const':{'$ref':'#/components/schemas/Text'}}",
                "{'enum':[{'$ref':'#/components/schemas/Text'}]}",
                "{'items':{'$ref':'#/components/schemas/S'}}",
            })
    void whatIsMoreThanAReferenceOrRefersToItselfStays(String schema) {
        assertThat(inlined(schema)).isEqualTo(json(schema));
    }

    @Test
    void aDocumentWithoutComponentsStays() {
        JsonNode document = json("{'paths':{'$ref':'#/components/schemas/Text'}}");

        assertThat(InlinedReferences.in(document)).isEqualTo(document);
    }

    @Test
    void noRequestOfTheContractHasAReference() {
        JsonNode decided = WithoutAnnotations.in(DecidedUnions.in(Document.CONTRACT.tree()));

        assertThat(InlinedReferences.in(decided)
                        .at("/components/schemas/ClientSecretRequest")
                        .findValues("$ref"))
                .isEmpty();
    }

    private static JsonNode inlined(String schema) {
        return InlinedReferences.in(json("{'components':{'schemas':{'S':" + schema
                        + ",'Alias':{'$ref':'#/components/schemas/Text'},'Text':{'type':'string'}}}}"))
                .at("/components/schemas/S");
    }
}
