package dev.ephemint.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What vendors really said and took conforms to the contract as each of them speaks it, and to its base. */
final class TapesConformTest {
    private static final DialectContract BASE = DialectContract.base();

    static Stream<Tape> responses() {
        return tapes().filter(tape -> tape.response().body().isPresent());
    }

    static Stream<Tape> responsesThatMinted() {
        return responses().filter(tape -> tape.response().minted());
    }

    static Stream<Tape> requestsThatMinted() {
        return tapes().filter(tape -> tape.response().minted())
                .filter(tape -> tape.request().body().isPresent());
    }

    private static Stream<Tape> tapes() {
        return Tapes.in(KitData.path("tapes")).stream();
    }

    @ParameterizedTest
    @MethodSource("responses")
    void responseConformsToItsDialect(Tape tape) {
        assertThat(responseViolations(DialectContract.of(tape.dialect()), tape)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("responsesThatMinted")
    void mintedResponseHasTheShapesOfTheBase(Tape tape) {
        assertThat(responseViolations(BASE, tape)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requestsThatMinted")
    void requestThatMintedConformsToItsDialectAndToTheBase(Tape tape) {
        assertThat(requestViolations(DialectContract.of(tape.dialect()), tape)).isEmpty();
        assertThat(requestViolations(BASE, tape)).isEmpty();
    }

    private static List<SchemaViolation> responseViolations(DialectContract document, Tape tape) {
        JsonNode schema =
                document.responseSchema(tape.operation(), tape.response().status());
        return document.schemas().violations(schema, tape.response().body().orElseThrow()).stream()
                .filter(violation -> !tape.provenance().unpublished().contains("/response/body" + violation.place()))
                .toList();
    }

    private static List<SchemaViolation> requestViolations(DialectContract document, Tape tape) {
        JsonNode schema = document.requestSchema(tape.operation());
        return document.schemas().violations(schema, tape.request().body().orElseThrow());
    }
}
