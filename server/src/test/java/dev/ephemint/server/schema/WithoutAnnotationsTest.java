package dev.ephemint.server.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WithoutAnnotationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'string','description':'d','examples':['e'],'x-own':{}} | {'type':'string'}",
                "{'type':'object','additionalProperties':true} | {'type':'object'}",
                "{'anyOf':[{'title':'t','type':'null'}]} | {'anyOf':[{'type':'null'}]}",
                "{'items':{'default':1,'minimum':1}} | {'items':{'minimum':1}}",
            })
    void annotationsAreLeftOut(String schema, String rules) {
        assertThat(without(schema)).isEqualTo(Fixtures.json(rules));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties':{'description':{'type':'string'},'x-own':{'type':'null'}}}",
                "{'const':{'description':'d'}}",
                "{'enum':[{'title':'t'}]}",
                "{'additionalProperties':false}",
                "{'additionalProperties':{'type':'string'}}",
            })
    void whatDecidesStays(String schema) {
        assertThat(without(schema)).isEqualTo(Fixtures.json(schema));
    }

    @Test
    void aDocumentWithoutComponentsStays() {
        JsonNode document = Fixtures.json("{'paths':{'description':'d'}}");

        assertThat(WithoutAnnotations.in(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource
    void noSchemaLooksAtWhatOthersEvaluated(Document document) {
        assertThat(document.tree().findValues("unevaluatedProperties")).isEmpty();
        assertThat(document.events().findValues("unevaluatedProperties")).isEmpty();
    }

    private static JsonNode without(String schema) {
        return WithoutAnnotations.in(Fixtures.json("{'components':{'schemas':{'S':" + schema + "}}}"))
                .at("/components/schemas/S");
    }
}
