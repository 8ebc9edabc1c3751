package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.SchemaWalk;
import dev.ephemint.conformance.diff.schema.Spot;
import java.util.List;

/** Compares one operation of two OpenAPI documents. */
final class OperationWalk {
    private static final List<String> COMPARED = List.of(
            "operationId",
            "tags",
            "deprecated",
            "summary",
            "description",
            "parameters",
            "requestBody",
            "responses",
            "servers",
            "security",
            "externalDocs");

    private final ChangeRecorder changes;
    private final SchemaWalk schemas;
    private final ContentWalk content;
    private final ParameterWalk parameters;
    private final ResponseWalk responses;
    private final AccessWalk access;

    OperationWalk(ChangeRecorder changes) {
        this.changes = changes;
        schemas = new SchemaWalk(changes);
        content = new ContentWalk(changes, schemas);
        parameters = new ParameterWalk(changes, schemas, content);
        responses = new ResponseWalk(changes, schemas, content);
        access = new AccessWalk(changes);
    }

    void compare(Spot spot, JsonNode old, JsonNode now, String name) {
        String operation = old.path("operationId").asText(name);
        Usage usage = new Usage(operation, Side.REQUEST, "operation", "");
        compareNames(spot, old, now, usage);
        content.compareTexts(spot, old, now, usage);
        access.compareServers(spot.at("servers"), old.path("servers"), now.path("servers"), usage);
        access.compareSecurity(
                spot.at("security"),
                inherited(old, changes.before().tree(), "security"),
                inherited(now, changes.after().tree(), "security"),
                usage);
        parameters.compare(spot.at("parameters"), old.path("parameters"), now.path("parameters"), operation);
        compareBody(spot.at("requestBody"), old.path("requestBody"), now.path("requestBody"), operation);
        responses.compare(spot.at("responses"), old.path("responses"), now.path("responses"), operation);
        for (String keyword : Nodes.names(old, now)) {
            if (!COMPARED.contains(keyword) && !old.path(keyword).equals(now.path(keyword))) {
                changes.add("keyword.changed", spot.at(keyword), usage, old.path(keyword), now.path(keyword));
            }
        }
    }

    private static JsonNode inherited(JsonNode operation, JsonNode document, String keyword) {
        return operation.has(keyword) ? operation.get(keyword) : document.path(keyword);
    }

    private void compareNames(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        for (String keyword : List.of("operationId", "tags")) {
            if (!old.path(keyword).equals(now.path(keyword))) {
                String kind = keyword.equals("tags") ? "operation.retagged" : "operation.renamed";
                changes.add(kind, spot.at(keyword), usage, old.path(keyword), now.path(keyword));
            }
        }
        boolean deprecated = now.path("deprecated").asBoolean();
        if (old.path("deprecated").asBoolean() != deprecated) {
            String kind = deprecated ? "operation.deprecated" : "operation.undeprecated";
            changes.add(kind, spot.at("deprecated"), usage, old.path("deprecated"), now.path("deprecated"));
        }
    }

    private void compareBody(Spot spot, JsonNode old, JsonNode now, String operation) {
        Usage usage = new Usage(operation, Side.REQUEST, "body", "");
        JsonNode was = schemas.before().resolve(old);
        JsonNode is = schemas.after().resolve(now);
        boolean required = is.path("required").asBoolean();
        if (was.isMissingNode() != is.isMissingNode()) {
            changes.add(is.isMissingNode() ? "body.removed" : "body.added-optional", spot, usage, was, is);
            if (required) {
                changes.add("body.became-required", spot, usage, MissingNode.getInstance(), BooleanNode.TRUE);
            }
            return;
        }
        String before = schemas.before().resolve(spot.before(), old);
        Spot place = new Spot(before, schemas.after().resolve(spot.after(), now), before);
        if (was.path("required").asBoolean() != required) {
            String kind = required ? "body.became-required" : "body.became-optional";
            changes.add(kind, place, usage, was.path("required"), is.path("required"));
        }
        content.compareTexts(place, was, is, usage);
        content.compare(place, was, is, usage);
    }
}
