package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.SchemaProperties;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a contract that scenarios cover. Scenarios state exact responses, so a passed scenario covers what it states.
 * A part of the contract is a line: {@code createClientSecret}, {@code createClientSecret 429},
 * {@code createClientSecret request session.type}, {@code createClientSecret response connect}.
 */
public final class ContractCoverage {
    private final DialectContract contract;
    private final Set<String> all = new TreeSet<>();
    private final Set<String> touched = new TreeSet<>();

    private ContractCoverage(DialectContract contract) {
        this.contract = contract;
    }

    public static ContractCoverage of(DialectContract contract, List<Scenario> scenarios) {
        ContractCoverage coverage = new ContractCoverage(contract);
        contract.operations().forEach(coverage::list);
        scenarios.forEach(coverage::touch);
        coverage.touched.retainAll(coverage.all);
        return coverage;
    }

    private void list(MintOperation operation) {
        all.add(operation.name());
        contract.statuses(operation).forEach(status -> all.add(operation + " " + status));
        properties(contract.requestSchema(operation)).forEach(path -> all.add(operation + " request " + path));
        properties(contract.responseSchema(operation, 200)).forEach(path -> all.add(operation + " response " + path));
    }

    private Set<String> properties(JsonNode schema) {
        return SchemaProperties.of(contract.tree(), schema);
    }

    private void touch(Scenario scenario) {
        operation(scenario.request()).ifPresent(operation -> {
            touched.add(operation.name());
            String status = scenario.response().start();
            boolean declared = contract.statuses(operation).contains(status);
            touched.add(operation + " " + (declared ? status : "default"));
            touch(operation + " request ", tree(scenario.request()));
            if (scenario.response().status() == 200) {
                touch(operation + " response ", tree(scenario.response()));
            }
        });
    }

    private void touch(String prefix, JsonNode tree) {
        all.stream()
                .filter(line -> line.startsWith(prefix))
                .filter(line -> SchemaProperties.has(tree, line.substring(prefix.length())))
                .forEach(touched::add);
    }

    private static Optional<MintOperation> operation(Message request) {
        return Stream.of(MintOperation.values())
                .filter(operation -> request.target()
                        .replaceFirst("\\?.*", "")
                        .endsWith(operation.path().substring(operation.path().lastIndexOf('/'))))
                .findFirst();
    }

    private static JsonNode tree(Message message) {
        try {
            return ExactJson.parse(message.body());
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    /** The parts that no scenario touches, in order. */
    public Set<String> untouched() {
        Set<String> untouched = new TreeSet<>(all);
        untouched.removeAll(touched);
        return untouched;
    }

    /** For people: counts first, then what is untouched. */
    public String report() {
        return "touched " + touched.size() + " of " + all.size() + " parts of the contract\n"
                + untouched().stream().map(line -> "untouched " + line + "\n").collect(Collectors.joining());
    }
}
