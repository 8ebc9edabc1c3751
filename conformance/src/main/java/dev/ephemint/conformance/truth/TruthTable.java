package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows and the facts about models.
 *
 * @param unplaced statements about a member that has no row
 * @param unruled members of tapes that have no row
 * @param models the contract's facts about models, which the server's rules are made of
 */
public record TruthTable(List<TruthRow> rows, List<Statement> unplaced, List<Recording> unruled, JsonNode models) {

    public TruthTable {
        rows = List.copyOf(rows);
        unplaced = List.copyOf(unplaced);
        unruled = List.copyOf(unruled);
    }

    /** As the kit brings it. */
    public static TruthTable ofKit() {
        List<Statement> statements = Stream.of("published", "statements")
                .flatMap(name -> TruthReader.statements(KitData.path("truth/" + name + ".yaml")).stream())
                .toList();
        return of(
                TruthReader.rulings(KitData.path("truth/rulings.yaml")),
                statements,
                Tapes.in(KitData.path("tapes")),
                ExactJson.resource(DialectContract.class, "/dev/ephemint/contract/model-rules.json"));
    }

    static TruthTable of(List<Ruling> rulings, List<Statement> statements, List<Tape> tapes, JsonNode models) {
        List<Recording> recordings =
                tapes.stream().flatMap(tape -> Recording.of(tape).stream()).toList();
        List<TruthRow> rows = rulings.stream()
                .map(ruling -> new TruthRow(
                        ruling,
                        statements.stream()
                                .filter(statement -> statement.isAbout(ruling))
                                .toList(),
                        recordings.stream()
                                .filter(recording -> recording.isAbout(ruling))
                                .toList()))
                .toList();
        return new TruthTable(
                rows,
                statements.stream()
                        .filter(statement -> rulings.stream().noneMatch(statement::isAbout))
                        .toList(),
                recordings.stream()
                        .filter(recording -> rulings.stream().noneMatch(recording::isAbout))
                        .toList(),
                models);
    }
}
