package dev.ephemint.conformance.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.canary.Canaries;
import dev.ephemint.conformance.canary.Canary;
import dev.ephemint.conformance.contract.SchemaValidator;
import dev.ephemint.conformance.contract.SchemaViolation;
import dev.ephemint.conformance.json.References;
import dev.ephemint.conformance.polyglot.client.Contract;
import java.util.List;
import java.util.Optional;

/** The requests and responses of both mints, as one contract has them. */
final class ContractMessages {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode tree;
    private final References references;
    private final SchemaValidator validator;

    private ContractMessages(JsonNode tree) {
        this.tree = tree;
        references = new References(tree);
        validator = new SchemaValidator(tree);
    }

    /** @throws IllegalArgumentException if the document is no YAML */
    static ContractMessages of(Contract contract) {
        try {
            return new ContractMessages(YAML.readTree(contract.document()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an OpenAPI document as YAML", e);
        }
    }

    /** The first rule that the request violates; empty if it conforms. */
    Optional<String> requestViolation(MintOperation operation, JsonNode body) {
        return violation(operation, operation(operation).path("requestBody"), body);
    }

    /** The first rule that the response violates; empty if it conforms. */
    Optional<String> responseViolation(MintOperation operation, JsonNode body) {
        return violation(operation, minted(operation), body);
    }

    /** Responses that violate one rule each. */
    List<Canary> brokenResponses(MintOperation operation) {
        return schema(minted(operation))
                .map(schema -> Canaries.of(tree, schema))
                .orElse(List.of());
    }

    private Optional<String> violation(MintOperation operation, JsonNode holder, JsonNode body) {
        return schema(holder)
                .map(schema ->
                        validator.violations(schema, body).stream().findFirst().map(ContractMessages::text))
                .orElseGet(() -> Optional.of("the contract has no such message of " + operation));
    }

    private static String text(SchemaViolation violation) {
        return violation.place() + " " + violation.message();
    }

    private JsonNode operation(MintOperation operation) {
        return tree.path("paths").path(operation.path()).path("post");
    }

    private JsonNode minted(MintOperation operation) {
        return operation(operation).path("responses").path("200");
    }

    private Optional<JsonNode> schema(JsonNode holder) {
        JsonNode schema = references
                .resolve(holder)
                .path("content")
                .path("application/json")
                .path("schema");
        return Optional.of(schema).filter(node -> !node.isMissingNode());
    }
}
