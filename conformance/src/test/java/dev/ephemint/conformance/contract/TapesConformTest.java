package dev.ephemint.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What vendors really said and took conforms to the contract as each of them speaks it, and to its base. */
final class TapesConformTest {
    private static final ContractDocument BASE = ContractDocument.base();

    static Stream<Tape> answers() {
        return tapes().filter(tape -> tape.response().body().isPresent());
    }

    static Stream<Tape> answersThatMinted() {
        return answers().filter(tape -> tape.response().minted());
    }

    static Stream<Tape> requestsThatMinted() {
        return tapes().filter(tape -> tape.response().minted())
                .filter(tape -> tape.request().body().isPresent());
    }

    private static Stream<Tape> tapes() {
        return Tapes.in(Path.of("src/test/resources/tapes")).stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answerConformsToItsDialect(Tape tape) {
        assertThat(answerViolations(ContractDocument.of(tape.dialect()), tape)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answersThatMinted")
    void mintedAnswerHasTheShapesOfTheBase(Tape tape) {
        assertThat(answerViolations(BASE, tape)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requestsThatMinted")
    void requestThatMintedConformsToItsDialectAndToTheBase(Tape tape) {
        assertThat(requestViolations(ContractDocument.of(tape.dialect()), tape)).isEmpty();
        assertThat(requestViolations(BASE, tape)).isEmpty();
    }

    private static List<Violation> answerViolations(ContractDocument document, Tape tape) {
        JsonNode schema =
                document.answerSchema(tape.operation(), tape.response().status());
        return document.schemas().violations(schema, tape.response().body().orElseThrow()).stream()
                .filter(violation -> !tape.provenance().unpublished().contains("/response/body" + violation.place()))
                .toList();
    }

    private static List<Violation> requestViolations(ContractDocument document, Tape tape) {
        JsonNode schema = document.requestSchema(tape.operation());
        return document.schemas().violations(schema, tape.request().body().orElseThrow());
    }
}
