package dev.ephemint.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Summary;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanariesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"string","maxLength":2}                | m TYPE {"m":true}; m NOT_NULL {"m":null}; m MAX_LENGTH {"m":"xxx"}
            {"type":"string","minLength":1,"pattern":"^x"} | m TYPE {"m":true}; m NOT_NULL {"m":null}; m MIN_LENGTH {"m":""}; m PATTERN {"m":"<canary>"}
            {"type":["integer","null"],"minimum":10}       | m TYPE {"m":"canary"}; m INTEGER {"m":10.5}; m MINIMUM {"m":9}
            {"type":"number","maximum":1.5}                | m TYPE {"m":"canary"}; m NOT_NULL {"m":null}; m MAXIMUM {"m":2.5}
            {"type":"string","const":"a"}                  | m TYPE {"m":true}; m NOT_NULL {"m":null}; m CONST {"m":"canary"}
            {"anyOf":[{"type":"boolean"},{"type":"null"}]} | m TYPE {"m":"canary"}
            {"oneOf":[{"type":"integer","maximum":3},{"type":"string","const":"inf"}]} | m NOT_NULL {"m":null}; m UNION {"m":true}; m INTEGER {"m":1.5}; m MAXIMUM {"m":4}; m CONST {"m":"canary"}
            {"type":"array","minItems":1,"items":{"type":"string"}} | m TYPE {"m":"canary"}; m NOT_NULL {"m":null}; m MIN_ITEMS {"m":[]}; m[0] TYPE {"m":[true]}; m[0] NOT_NULL {"m":[null]}
            {"$ref":"#/named"}                             | m TYPE {"m":"canary"}; m NOT_NULL {"m":null}; m.id REQUIRED {"m":{}}; m.id TYPE {"m":{"id":true}}; m.id NOT_NULL {"m":{"id":null}}
            {"type":"object","additionalProperties":{"type":"string"}} | m TYPE {"m":"canary"}; m NOT_NULL {"m":null}; m.canary TYPE {"m":{"canary":true}}; m.canary NOT_NULL {"m":{"canary":null}}
            {"type":"object","additionalProperties":false} | m TYPE {"m":"canary"}; m NOT_NULL {"m":null}; m.canary CLOSED {"m":{"canary":true}}
            {}                                             |
            """)
    void breaksEachConstraintAlone(String schema, String expected) {
        List<Canary> canaries = canaries("{\"properties\":{\"m\":" + schema + "}}");

        assertThat(canaries.stream().map(Canary::toString))
                .containsExactly(expected == null ? new String[0] : expected.split("; "));
    }

    @Test
    void surroundsTheBreakWithWhatIsRequired() {
        String schema = """
                {"properties":{"session":{"oneOf":[
                  {"type":"object","required":["type"],"properties":{"type":{"const":"a"},"n":{"type":"boolean"}}},
                  {"type":"object","required":["type"],"properties":{"type":{"const":"b"}}}]}}}
                """;

        assertThat(canaries(schema).stream().map(Canary::toString))
                .contains(
                        "session.n TYPE {\"session\":{\"type\":\"a\",\"n\":\"canary\"}}",
                        "session.type REQUIRED {\"session\":{}}",
                        "session.type CONST {\"session\":{\"type\":\"canary\"}}");
    }

    @Test
    void schemaWithoutEndIsAnError() {
        JsonNode document = ExactJson.parse("{\"properties\":{\"again\":{\"$ref\":\"#\"}}}");

        assertThatThrownBy(() -> Canaries.of(document, document))
                .hasMessageStartingWith("a schema without end at again.again");
    }

    @Test
    void runIsVoidIfABrokenBodyIsTakenOrAnIntactOneRefused() {
        List<Canary> canaries = canaries("{\"properties\":{\"m\":{\"type\":\"string\"}}}");

        CanaryRun good = CanaryRun.of(canaries, body -> body.path("m").isTextual());
        CanaryRun blind = CanaryRun.of(canaries, body -> true);
        CanaryRun stubborn = CanaryRun.of(canaries, body -> false);

        assertThat(good.isInconclusive()).isFalse();
        assertThat(blind).isEqualTo(new CanaryRun(canaries, List.of()));
        assertThat(stubborn).isEqualTo(new CanaryRun(List.of(), canaries));
    }

    @Test
    void breaksEachKindOfConstraintOfTheContract() {
        List<DialectContract> contracts = Stream.concat(
                        Stream.of(DialectContract.base()),
                        Arrays.stream(TargetDialect.values()).map(DialectContract::of))
                .toList();

        List<Canary> all = contracts.stream()
                .flatMap(contract -> contract.operations().stream()
                        .flatMap(operation -> Canaries.of(contract.tree(), contract.requestSchema(operation)).stream()))
                .toList();

        long kinds = all.stream().map(Canary::constraint).distinct().count();
        assertThat(kinds).isGreaterThan(10);
        Summary.write(
                "canaries",
                "canaries: " + all.size() + " broken bodies in " + contracts.size() + " documents, " + kinds
                        + " kinds of constraint");
    }

    private static List<Canary> canaries(String schema) {
        JsonNode document = ExactJson.parse("{\"named\":{\"type\":\"object\",\"required\":[\"id\"],"
                + "\"properties\":{\"id\":{\"type\":\"string\"}}}}");
        return Canaries.of(document, ExactJson.parse(schema));
    }
}
