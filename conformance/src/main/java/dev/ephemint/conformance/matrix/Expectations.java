package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.SchemaProperties;
import dev.ephemint.conformance.matrix.Expectation.Arrives;
import dev.ephemint.conformance.matrix.Expectation.Rejected;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.shape.ShapeMapping;
import dev.ephemint.conformance.shape.ShapeMapping.Mapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What a gateway with a profile must do with each cell. */
final class Expectations {
    private static final DialectContract BASE = DialectContract.base();
    private static final Map<Flow, Set<String>> LACKING = new ConcurrentHashMap<>();

    private final Profile profile;
    private final List<IntendedChange> changes;
    private final Set<String> lacking;

    Expectations(Profile profile, List<IntendedChange> changes) {
        this.profile = profile;
        this.changes = profile.has(Feature.EPHEMINT_ERRORS) ? List.copyOf(changes) : List.of();
        this.lacking = lacking(new Flow(profile.dialect(), profile.dialect().operation()));
    }

    /** Members that the contract has and the dialect has not, as paths in the vendor's shape. */
    static Set<String> lacking(Flow own) {
        return LACKING.computeIfAbsent(own, Expectations::findLacking);
    }

    private static Set<String> findLacking(Flow own) {
        DialectContract dialect = DialectContract.of(own.dialect());
        Set<String> paths = new TreeSet<>(SchemaProperties.of(BASE.tree(), BASE.requestSchema(own.operation())));
        paths.removeAll(SchemaProperties.of(dialect.tree(), dialect.requestSchema(own.operation())));
        return paths;
    }

    Expectation of(Cell cell) {
        return switch (cell.leg()) {
            case REQUEST -> ofRequest(cell);
            case RESPONSE -> ofResponse(cell);
        };
    }

    private Expectation ofResponse(Cell cell) {
        JsonNode body = cell.body();
        JsonNode tree = !cell.flow().translates()
                ? body
                : cell.flow().operation().isFlat()
                        ? ShapeMapping.flattenResponse(body)
                        : ShapeMapping.nestResponse(body);
        return new Arrives(tree, tree, List.of());
    }

    private Expectation ofRequest(Cell cell) {
        boolean validates = profile.has(Feature.VALIDATES);
        if (validates
                && !BASE.schemas()
                        .violations(BASE.requestSchema(cell.flow().operation()), cell.body())
                        .isEmpty()) {
            return new Rejected(Set.of(cell.draft().member()), List.of());
        }
        if (cell.session().equals("realtime")
                && cell.flow().dialect().operation().isFlat()) {
            return new Rejected(Set.of("session.type"), List.of());
        }
        Mapped mapped = mapped(cell);
        ObjectNode changed = mapped.tree().deepCopy();
        List<String> applied = apply(cell.flow(), changed);
        Set<String> missing = new TreeSet<>();
        List<String> rules = new ArrayList<>();
        mapped.unsupported().ifPresent(missing::add);
        changes.stream()
                .filter(change -> change.concerns(cell.flow()) && change.rejects(changed))
                .forEach(change -> {
                    rules.add(change.id());
                    missing.add(inCallersShape(cell.flow(), change.path()));
                });
        lacking.stream()
                .filter(path -> validates && SchemaProperties.has(changed, path))
                .forEach(path -> missing.add(inCallersShape(cell.flow(), path)));
        return missing.isEmpty()
                ? new Arrives(/* tree= */ changed, /* unchanged= */ mapped.tree(), applied)
                : new Rejected(missing, rules);
    }

    private static Mapped mapped(Cell cell) {
        if (!cell.flow().translates()) {
            return new Mapped(cell.body(), Optional.empty());
        }
        return cell.flow().operation().isFlat()
                ? ShapeMapping.nestRequest(cell.body())
                : ShapeMapping.flattenRequest(cell.body());
    }

    private List<String> apply(Flow flow, ObjectNode tree) {
        List<String> applied = new ArrayList<>();
        for (IntendedChange change : changes) {
            if (change.concerns(flow) && change.apply(tree)) {
                applied.add(change.id());
            }
        }
        return applied;
    }

    static String inCallersShape(Flow flow, String vendorsPath) {
        return flow.translates()
                ? ShapeMapping.path(vendorsPath, flow.operation().isFlat())
                : vendorsPath;
    }
}
