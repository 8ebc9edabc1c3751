package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.contract.DialectContract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects which parts of the contract are touched: operations, statuses, members, known values and every constraint, by
 * scenarios, tapes, canaries and the cells of the matrix. Each of these states exact bodies, so a body touches what it holds.
 */
public final class ContractCoverage {
    private final DialectContract contract;
    private final Map<Part, EnumSet<Source>> used = new TreeMap<>();
    private final Map<Part, EnumSet<Source>> broken = new TreeMap<>();
    private final Set<Part> breakable = new TreeSet<>();
    private final Map<MintOperation, List<Constraint>> requests = new EnumMap<>(MintOperation.class);
    private final Map<MintOperation, List<Constraint>> responses = new EnumMap<>(MintOperation.class);

    public ContractCoverage(DialectContract contract) {
        this.contract = contract;
        contract.tree().path("paths").findValues("operationId").stream()
                .filter(JsonNode::isTextual)
                .forEach(id -> list(new Part(id.textValue(), "", "operation")));
        contract.operations().forEach(this::list);
    }

    private void list(MintOperation operation) {
        contract.statuses(operation).forEach(status -> list(new Part(operation.name(), "", "status " + status)));
        requests.put(
                operation,
                listed(Constraints.of(operation + " request", contract.tree(), contract.requestSchema(operation))));
        responses.put(
                operation,
                listed(Constraints.of(
                        operation + " response", contract.tree(), contract.responseSchema(operation, 200))));
    }

    private List<Constraint> listed(List<Constraint> constraints) {
        constraints.forEach(constraint -> {
            list(constraint.part());
            if (constraint.breakable()) {
                breakable.add(constraint.part());
            }
        });
        return constraints;
    }

    private void list(Part part) {
        used.put(part, EnumSet.noneOf(Source.class));
        broken.put(part, EnumSet.noneOf(Source.class));
    }

    /** Counts an operation, by its operationId, and one status of it. */
    public void call(Source source, String operation, String status) {
        touch(new Part(operation, "", "operation"), source);
        Part declared = new Part(operation, "", "status " + status);
        touch(used.containsKey(declared) ? declared : new Part(operation, "", "status default"), source);
    }

    /** Counts what a request holds, and what it breaks if the contract rejects it. */
    public void request(Source source, MintOperation operation, JsonNode body) {
        count(source, requests.getOrDefault(operation, List.of()), body, contract.requestSchema(operation));
    }

    /** Counts what a response to a mint holds, and what it breaks. */
    public void response(Source source, MintOperation operation, JsonNode body) {
        count(source, responses.getOrDefault(operation, List.of()), body, contract.responseSchema(operation, 200));
    }

    private void count(Source source, List<Constraint> constraints, JsonNode body, JsonNode schema) {
        boolean rejected = !contract.schemas().violations(schema, body).isEmpty();
        for (Constraint constraint : constraints) {
            List<JsonNode> values =
                    new PathValues(constraint.part().path()).in(body).toList();
            if (values.stream().anyMatch(constraint.used())) {
                touch(constraint.part(), source);
            }
            if (rejected && values.stream().anyMatch(constraint.broken())) {
                sources(broken, constraint.part()).add(source);
            }
        }
    }

    private void touch(Part part, Source source) {
        EnumSet<Source> sources = used.get(part);
        if (sources != null) {
            sources.add(source);
        }
    }

    /** What was found. */
    public CoverageReport report(List<CoverageException> exceptions) {
        List<CoverageReport.Line> lines = new ArrayList<>();
        used.forEach((part, sources) -> lines.add(new CoverageReport.Line(
                part.toString(), state(part), Set.copyOf(sources), Set.copyOf(sources(broken, part)))));
        return CoverageReport.of(contract.tree().at("/info/version").asText(), lines, exceptions);
    }

    private static EnumSet<Source> sources(Map<Part, EnumSet<Source>> touches, Part part) {
        return touches.computeIfAbsent(part, any -> EnumSet.noneOf(Source.class));
    }

    private State state(Part part) {
        boolean isBroken = !sources(broken, part).isEmpty();
        if (sources(used, part).isEmpty() && !isBroken) {
            return State.UNTOUCHED;
        }
        return breakable.contains(part) && !isBroken ? State.VALID_ONLY : State.TESTED;
    }
}
