package dev.ephemint.server.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.ephemint.contract.Document;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validates bodies against the schemas of one document. Thread-safe; each schema is compiled once. A valid body is checked against one
 * branch of a union, without annotations and references; see {@link DecidedUnions}, {@link WithoutAnnotations} and
 * {@link InlinedReferences}. Of an array it reads one item more than the document's longest maximum, which bounds the cost of a
 * body.
 */
public final class ContractSchema {

    private static final Map<Document, ContractSchema> OPERATIONS = new ConcurrentHashMap<>();
    private static final Map<Document, ContractSchema> EVENTS = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final int longestArray;

    /** Decides whether a body is valid. */
    private final Schemas deciding;

    /** Says what is wrong with a body. */
    private final Schemas explaining;

    ContractSchema(String name, JsonNode document) {
        this.document = document;
        this.longestArray = document.findValues("maxItems").stream()
                .mapToInt(JsonNode::intValue)
                .max()
                .orElse(Integer.MAX_VALUE - 1);
        this.deciding = new Schemas(name, InlinedReferences.in(WithoutAnnotations.in(DecidedUnions.in(document))));
        this.explaining = new Schemas(name, document);
    }

    /** The schemas of the document's operations. */
    public static ContractSchema of(Document document) {
        return OPERATIONS.computeIfAbsent(document, one -> new ContractSchema(one.name(), one.tree()));
    }

    /** The schemas of the document's events. */
    public static ContractSchema ofEvents(Document document) {
        return EVENTS.computeIfAbsent(document, one -> new ContractSchema(one.name() + ":events", one.events()));
    }

    /** Validates against a component schema; an empty list means valid. */
    public List<Violation> validate(String schemaName, JsonNode body) {
        return validateAt("/components/schemas/" + schemaName, body);
    }

    /** Validates against the schema at a JSON pointer into the document, for a schema without a name. */
    public List<Violation> validateAt(String pointer, JsonNode body) {
        JsonNode judged = Judged.of(body, longestArray + 1);
        if (deciding.at(pointer).validate(judged).isEmpty()) {
            return List.of();
        }
        List<Error> errors = explaining.at(pointer).validate(judged);
        return Faults.of(errors, document, judged).explained().stream()
                .map(Wording::violation)
                .toList();
    }

    /** The schemas of a document, each compiled when it is first used. */
    private static final class Schemas {

        private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
        private final JsonNode document;
        private final Schema root;

        Schemas(String name, JsonNode document) {
            this.document = document;
            this.root = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                    .getSchema(SchemaLocation.of("urn:ephemint:" + name), document);
        }

        Schema at(String pointer) {
            return compiled.computeIfAbsent(pointer, this::compile);
        }

        private Schema compile(String pointer) {
            NodePath path = new NodePath(PathType.JSON_POINTER);
            for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
                path = path.append(rest.getMatchingProperty());
            }
            if (document.at(pointer).isMissingNode()) {
                throw new IllegalArgumentException("No schema at " + pointer);
            }
            Schema schema = root.getSubSchema(path);
            schema.initializeValidators();
            return schema;
        }
    }
}
