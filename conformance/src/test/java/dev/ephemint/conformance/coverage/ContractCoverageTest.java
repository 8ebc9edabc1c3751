package dev.ephemint.conformance.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.Summary;
import dev.ephemint.conformance.canary.Canaries;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.matrix.Matrix;
import dev.ephemint.conformance.scenario.Scenario;
import dev.ephemint.conformance.scenario.Scenarios;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the contract states is used and broken by a test, or listed with a reason. */
final class ContractCoverageTest {
    private static final DialectContract CONTRACT = DialectContract.base();

    @Test
    void everyPartOfTheContractIsTestedOrListed() throws IOException {
        ContractCoverage coverage = new ContractCoverage(CONTRACT);
        Scenarios.in(KitData.path("scenarios")).forEach(scenario -> count(coverage, scenario));
        Tapes.in(KitData.path("tapes")).forEach(tape -> count(coverage, tape));
        CONTRACT.operations().forEach(operation -> countGenerated(coverage, operation));

        CoverageReport report = coverage.report(CoverageExceptions.in(KitData.path("coverage/exceptions.yaml")));

        Files.writeString(Path.of("target/contract-coverage.txt"), report.text());
        Files.writeString(Path.of("target/contract-coverage.json"), ExactJson.writeIndented(report.json()));
        Summary.write("coverage", report.summary());
        assertThat(report.unlisted()).isEmpty();
    }

    private static void count(ContractCoverage coverage, Scenario scenario) {
        operation(scenario.request()).ifPresent(operation -> {
            coverage.call(Source.SCENARIO, operation.name(), scenario.response().start());
            tree(scenario.request()).forEach(body -> coverage.request(Source.SCENARIO, operation, body));
            if (scenario.response().status() == 200) {
                tree(scenario.response()).forEach(body -> coverage.response(Source.SCENARIO, operation, body));
            }
        });
    }

    private static void count(ContractCoverage coverage, Tape tape) {
        if (tape.response().minted()) {
            tape.request().body().ifPresent(body -> coverage.request(Source.TAPE, tape.operation(), body));
            tape.response().body().ifPresent(body -> coverage.response(Source.TAPE, tape.operation(), body));
        }
    }

    private static void countGenerated(ContractCoverage coverage, MintOperation operation) {
        Canaries.of(CONTRACT.tree(), CONTRACT.requestSchema(operation)).forEach(canary -> {
            coverage.request(Source.CANARY, operation, canary.intact());
            coverage.request(Source.CANARY, operation, canary.broken());
        });
        Matrix.requestBodies(operation).forEach(body -> coverage.request(Source.CELL, operation, body));
        Matrix.responseBodies(operation).forEach(body -> coverage.response(Source.CELL, operation, body));
    }

    private static Optional<MintOperation> operation(Message request) {
        return Stream.of(MintOperation.values())
                .filter(operation -> request.target()
                        .replaceFirst("\\?.*", "")
                        .endsWith(operation.path().substring(operation.path().lastIndexOf('/'))))
                .findFirst();
    }

    private static List<JsonNode> tree(Message message) {
        try {
            JsonNode tree = ExactJson.parse(message.body());
            return tree instanceof MissingNode ? List.of() : List.of(tree);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
