package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.canary.Samples;
import dev.ephemint.conformance.canary.Schemas;
import dev.ephemint.conformance.canary.TypeConditions;
import dev.ephemint.conformance.contract.KnownValues;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the bodies of the matrix from a schema. Pure: no dialect, no target. */
final class CellGenerator {
    private static final List<String> EXACT = List.of("0.10", "1.10", "300.10");
    private static final List<String> LONG =
            List.of("0.30000000000000004440892098500626", "1.30000000000000004440892098500626");
    private static final List<String> BIG = List.of("9007199254740993");

    private final Schemas schemas;
    private final Samples samples;
    private final FullValues full;
    private final Map<JsonNode, Draft> drafts = new LinkedHashMap<>();

    private CellGenerator(JsonNode document) {
        schemas = new Schemas(document);
        samples = new Samples(schemas);
        full = new FullValues(schemas, samples);
    }

    /** The smallest value that the schema accepts. */
    static JsonNode smallest(JsonNode document, JsonNode schema) {
        Schemas schemas = new Schemas(document);
        return new Samples(schemas).object(schemas.resolve(schema));
    }

    /**
     * One body for each member and form, no body twice.
     *
     * @param document the OpenAPI document that the schema's references point into
     */
    static List<Draft> drafts(JsonNode document, JsonNode schema) {
        CellGenerator cells = new CellGenerator(document);
        Slots.of(cells.schemas, schema).forEach(cells::add);
        return List.copyOf(cells.drafts.values());
    }

    private void add(Slot slot) {
        addKnownValues(slot);
        if (!slot.required()) {
            addForms(slot);
        }
    }

    private void addForms(Slot slot) {
        List<JsonNode> branches = schemas.branches(slot.schema());
        JsonNode value = full.of(slot.schema());
        add(slot, Variant.ABSENT, 0, slot.without());
        add(slot, Variant.NULL, 0, slot.with(NullNode.getInstance()));
        for (int i = 0; i < branches.size(); i++) {
            int form = i;
            add(slot, Variant.VALUE, i, slot.with(full.ofBranch(branches.get(i))));
            empty(branches.get(i)).ifPresent(empty -> add(slot, Variant.EMPTY, form, slot.with(empty)));
            addInside(slot, branches.get(i), i);
        }
        addNumbers(slot);
        for (UnknownMember unknown : UnknownMember.values()) {
            add(slot, unknown.sibling(), 0, slot.inSmallest().apply(unknown.addTo(slot.parent(value))));
        }
    }

    private void addKnownValues(Slot slot) {
        List<String> values = KnownValues.of(schemas.resolve(slot.schema()));
        boolean list = schemas.types(slot.schema()).contains("array");
        for (int i = 0; i < values.size(); i++) {
            TextNode text = TextNode.valueOf(values.get(i));
            JsonNode value = list ? JsonNodeFactory.instance.arrayNode().add(text) : text;
            boolean decides = slot.name().equals("type")
                    && TypeConditions.of(slot.around()).containsKey(values.get(i));
            ObjectNode parent = decides ? samples.object(slot.around(), values.get(i)) : slot.parent(value);
            add(slot, Variant.KNOWN_VALUE, i, slot.inSmallest().apply(parent));
        }
    }

    private void addInside(Slot slot, JsonNode branch, int form) {
        boolean closed = branch.has("additionalProperties")
                && !branch.get("additionalProperties").equals(BooleanNode.TRUE);
        if (!schemas.types(branch).equals(Set.of("object")) || closed) {
            return;
        }
        for (UnknownMember unknown : UnknownMember.values()) {
            add(slot, unknown.inside(), form, slot.with(unknown.addTo(samples.object(branch))));
        }
    }

    private void addNumbers(Slot slot) {
        schemas.branches(slot.schema()).forEach(branch -> {
            Set<String> types = schemas.types(branch);
            if (types.contains("number")) {
                addNumber(slot, Variant.EXACT_DECIMAL, branch, EXACT);
                addNumber(slot, Variant.LONG_DECIMAL, branch, LONG);
            }
            if (types.contains("number") || types.contains("integer")) {
                addNumber(slot, Variant.BIG_INTEGER, branch, BIG);
            }
        });
    }

    private void addNumber(Slot slot, Variant variant, JsonNode branch, List<String> candidates) {
        candidates.stream()
                .map(BigDecimal::new)
                .filter(number -> isWithin(branch, number))
                .findFirst()
                .ifPresent(number -> add(slot, variant, 0, slot.with(DecimalNode.valueOf(number))));
    }

    private static boolean isWithin(JsonNode schema, BigDecimal number) {
        return (!schema.has("minimum") || number.compareTo(schema.get("minimum").decimalValue()) >= 0)
                && (!schema.has("maximum")
                        || number.compareTo(schema.get("maximum").decimalValue()) <= 0);
    }

    private static boolean has(JsonNode schema, String... keywords) {
        return Stream.of(keywords).anyMatch(schema::has);
    }

    /** Nothing if the schema does not accept an empty value. */
    private Optional<JsonNode> empty(JsonNode branch) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Set<String> types = schemas.types(branch);
        if (types.contains("string") && !has(branch, "const", "enum", "minLength", "pattern")) {
            return Optional.of(TextNode.valueOf(""));
        }
        if (types.contains("array") && !branch.has("minItems")) {
            return Optional.of(nodes.arrayNode());
        }
        if (types.contains("object") && isOpenEnough(branch)) {
            return Optional.of(nodes.objectNode());
        }
        if (types.contains("boolean")) {
            return Optional.of(BooleanNode.FALSE);
        }
        boolean number = types.contains("number") || types.contains("integer");
        return number && isWithin(branch, BigDecimal.ZERO) ? Optional.of(nodes.numberNode(0)) : Optional.empty();
    }

    private static boolean isOpenEnough(JsonNode branch) {
        return branch.path("required").isEmpty() && TypeConditions.of(branch).isEmpty();
    }

    private void add(Slot slot, Variant variant, int form, JsonNode body) {
        drafts.putIfAbsent(body, new Draft(slot.path(), variant, form, (ObjectNode) body));
    }
}
