package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.contract.DialectContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells, generated from the contract, and the checks that they form. */
public final class Matrix {
    private static final DialectContract BASE = DialectContract.base();
    private static final String FLAT_MODEL = "input_audio_transcription.model";
    private static final Map<MintOperation, List<Draft>> REQUESTS = new ConcurrentHashMap<>();

    private Matrix() {}

    /** One check for each dialect, shape, body and member at the top. */
    public static List<Check> checks() {
        List<IntendedChange> changes = IntendedChanges.ofEphemint();
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        cells().forEach(cell -> groups.computeIfAbsent(
                        "matrix/" + cell.flow() + "/" + cell.leg() + "/" + cell.group(), id -> new ArrayList<>())
                .add(cell));
        return groups.entrySet().stream()
                .map(group -> (Check) new MatrixCheck(group.getKey(), group.getValue(), changes))
                .toList();
    }

    /** The requests of a shape, before a dialect changes them. */
    public static Stream<JsonNode> requestBodies(MintOperation operation) {
        return requestDrafts(operation).stream().map(Draft::body);
    }

    /** The vendors' responses in the shape of an operation. */
    public static Stream<JsonNode> responseBodies(MintOperation operation) {
        return flows().filter(flow -> flow.operation() == operation && !flow.translates())
                .flatMap(Matrix::responses)
                .map(Cell::body);
    }

    /** All cells, over all dialects and shapes. */
    static List<Cell> cells() {
        return flows().flatMap(flow -> Stream.concat(requests(flow), responses(flow)))
                .toList();
    }

    static Stream<Flow> flows() {
        return Stream.of(TargetDialect.values())
                .flatMap(dialect -> Stream.of(MintOperation.values()).map(operation -> new Flow(dialect, operation)));
    }

    private static Stream<Cell> requests(Flow flow) {
        Flow own = new Flow(flow.dialect(), flow.dialect().operation());
        Set<String> lacking = Expectations.lacking(own).stream()
                .map(path -> Expectations.inCallersShape(flow, path))
                .collect(Collectors.toSet());
        return requestDrafts(flow.operation()).stream()
                .map(draft -> pruned(draft, lacking).withModel(Draft.MODEL))
                .map(draft -> new Cell(flow, Leg.REQUEST, session(draft.body()), draft))
                .filter(cell ->
                        !cell.session().equals("realtime") || !own.operation().isFlat());
    }

    private static List<Draft> requestDrafts(MintOperation operation) {
        return REQUESTS.computeIfAbsent(
                operation, any -> CellGenerator.drafts(BASE.tree(), BASE.requestSchema(operation)).stream()
                        .filter(draft -> !(operation.isFlat() && isModelAbsent(draft)))
                        .map(draft -> operation.isFlat() ? named(draft) : draft)
                        .toList());
    }

    /** The empty block is the same: with all its siblings, the default model is rejected for what it does not accept. */
    private static boolean isModelAbsent(Draft draft) {
        return draft.member().equals(FLAT_MODEL) && draft.variant() == Variant.ABSENT;
    }

    /** With a model, so that what the default model accepts does not matter. */
    private static Draft named(Draft draft) {
        ObjectNode body = draft.body().deepCopy();
        if (draft.member().startsWith("input_audio_transcription.")
                && body.path("input_audio_transcription") instanceof ObjectNode block
                && !block.has("model")) {
            block.put("model", Draft.MODEL);
        }
        return new Draft(draft.member(), draft.variant(), draft.form(), body);
    }

    private static Stream<Cell> responses(Flow flow) {
        DialectContract dialect = DialectContract.of(flow.dialect());
        JsonNode schema = dialect.responseSchema(flow.dialect().operation(), 200);
        return CellGenerator.drafts(dialect.tree(), schema).stream()
                .map(Minted::unexpired)
                .map(draft -> new Cell(flow, Leg.RESPONSE, session(draft.body()), draft))
                .filter(cell ->
                        !cell.session().equals("realtime") || !flow.operation().isFlat());
    }

    private static String session(JsonNode body) {
        return body.at("/session/type").asText("transcription");
    }

    /** The body without members that the dialect lacks, unless the cell is about one of them. */
    private static Draft pruned(Draft draft, Set<String> lacking) {
        ObjectNode body = draft.body().deepCopy();
        lacking.stream()
                .filter(path -> !(draft.member() + ".").startsWith(path + "."))
                .forEach(path -> remove(body, path));
        return new Draft(draft.member(), draft.variant(), draft.form(), body);
    }

    private static void remove(ObjectNode body, String path) {
        int last = path.lastIndexOf('.');
        String parent = last < 0 ? "" : "/" + path.substring(0, last).replace('.', '/');
        if (body.at(parent) instanceof ObjectNode object) {
            object.remove(path.substring(last + 1));
        }
    }
}
