package dev.ephemint.conformance.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The truth table agrees with contract, overlays and tapes, and each way of disagreeing is noticed. */
final class TruthTableTest {
    private static final TruthTable TABLE = TruthTable.ofKit();

    @Test
    void agreesWithContractOverlaysAndTapes() {
        assertThat(TruthProblems.of(TABLE, TruthTableTest::isFreeForm)).isEmpty();
    }

    @Test
    void aMissingRowAndARowTooManyAreNoticed() {
        TruthRow first = TABLE.rows().get(0);
        Ruling unknown = new Ruling(
                first.ruling().operation(), first.ruling().side(), "session.colour", Set.of("string"), Set.of(), "");
        TruthRow more = new TruthRow(unknown, first.statements(), first.recordings());

        assertThat(problems(TABLE.rows().subList(1, TABLE.rows().size())))
                .anyMatch(line -> line.endsWith(first.ruling().member() + ": a member, but no row"));
        assertThat(problems(List.of(more))).anyMatch(line -> line.contains("session.colour: a row, but not a member"));
    }

    @Test
    void aRulingWithoutEvidenceIsNoticed() {
        TruthRow row = row("session.model");

        assertThat(problems(List.of(new TruthRow(row.ruling(), List.of(), List.of()))))
                .anyMatch(line -> line.endsWith("session.model: a ruling without evidence"));
    }

    @Test
    void aRulingThatDiffersFromTheContractOrItsOverlaysIsNoticed() {
        TruthRow row = row("session.audio.input.transcription.delay");
        Ruling ruling = row.ruling();
        Ruling other = new Ruling(
                ruling.operation(), ruling.side(), ruling.member(), Set.of("integer"), Set.of(), ruling.note());

        assertThat(problems(List.of(new TruthRow(other, row.statements(), row.recordings()))))
                .anyMatch(line -> line.contains("the contract accepts [string], the row [integer]"))
                .anyMatch(line -> line.contains("lacking in the overlays of [AZURE], in the row in []"));
    }

    @Test
    void aRecordingThatContradictsARulingIsNoticed() {
        TruthRow row = row("session.type");
        Recording recorded = row.recordings().get(0);
        Ruling lacked = new Ruling(
                row.ruling().operation(),
                row.ruling().side(),
                "session.type",
                Set.of("null"),
                Set.of(recorded.tape().dialect()),
                "");

        assertThat(problems(List.of(new TruthRow(lacked, row.statements(), row.recordings()))))
                .anyMatch(line -> line.endsWith("has string, the ruling accepts [null]"))
                .anyMatch(line -> line.endsWith("has it, the ruling says that the dialect lacks it"));
    }

    @Test
    void aStatementARecordingOrAModelFactThatHangsInTheAirIsNoticed() {
        Statement statement = TABLE.rows().get(0).statements().get(0);
        Tape tape = Tapes.in(KitData.path("tapes")).get(0);
        TruthTable loose = new TruthTable(
                TABLE.rows(),
                List.of(statement),
                List.of(new Recording(tape, statement.side(), "session.colour", "string")),
                ExactJson.parse("[{\"model\":\"x\",\"source\":\"somewhere\",\"date\":\"2026-11-26\"}]"));

        assertThat(TruthProblems.of(loose, TruthTableTest::isFreeForm))
                .contains(statement.member() + ": a statement, but no row")
                .contains(tape + ": session.colour is recorded, but has no row")
                .anyMatch(line -> line.startsWith("model rule without grade"));
    }

    private static List<String> problems(List<TruthRow> rows) {
        return TruthProblems.of(new TruthTable(rows, List.of(), List.of(), TABLE.models()), TruthTableTest::isFreeForm);
    }

    /** Whether the member's name is the caller's own. */
    private static boolean isFreeForm(String path) {
        return path.matches("session\\.tools\\[]\\.(parameters|headers)\\..*|session\\.tracing\\.metadata\\..*");
    }

    private static TruthRow row(String member) {
        return TABLE.rows().stream()
                .filter(row -> row.ruling().member().equals(member))
                .findFirst()
                .orElseThrow();
    }
}
