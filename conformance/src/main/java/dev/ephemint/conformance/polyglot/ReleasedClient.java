package dev.ephemint.conformance.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.canary.Canary;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.Endpoint;
import dev.ephemint.conformance.polyglot.examination.TypedCase;
import dev.ephemint.conformance.polyglot.examination.WireCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of the old contract, as it is, at a service of the new one: what the service rejects, and what the client cannot read. */
final class ReleasedClient {
    private static final JsonNode SMALLEST = ExactJson.parse("{\"session\":{\"type\":\"transcription\"}}");

    private final Harness harness;
    private final Endpoint endpoint;
    private final ContractMessages before;
    private final ContractMessages after;
    private final List<String> failures = new ArrayList<>();

    private ReleasedClient(Harness harness, Endpoint endpoint, Contract before, Contract after) {
        this.harness = harness;
        this.endpoint = endpoint;
        this.before = ContractMessages.of(before);
        this.after = ContractMessages.of(after);
    }

    static List<String> failures(Harness harness, Contract before, Contract after)
            throws HarnessException, ToolMissingException {
        try (Endpoint endpoint = new Endpoint()) {
            ReleasedClient client = new ReleasedClient(harness, endpoint, before, after);
            List<String> typed = harness.start(endpoint.base());
            for (WireCase wire : WireCase.all()) {
                endpoint.respondWith(wire.response());
                client.send(wire.name(), wire.shape(), harness.mint(wire.shape(), wire.request()));
            }
            for (TypedCase mint : TypedCase.all()) {
                if (typed.contains(mint.name())) {
                    endpoint.respondWith(mint.response());
                    client.send("typed/" + mint.name(), mint.isFlat() ? "flat" : "session", harness.typed(mint.name()));
                }
            }
            for (MintOperation operation : MintOperation.values()) {
                client.readNewResponses(operation);
            }
            return client.failures;
        }
    }

    private void send(String name, String shape, JsonNode result) throws HarnessException {
        if (result.has("error")) {
            return; // It fails with the old contract, too.
        }
        MintOperation operation = operation(shape);
        JsonNode sent = endpoint.request(shape);
        if (before.requestViolation(operation, sent).isEmpty()) {
            after.requestViolation(operation, sent)
                    .ifPresent(violation -> failures.add("it sends " + name + ", which is rejected: " + violation));
        }
    }

    private static MintOperation operation(String shape) {
        return shape.equals("flat") ? MintOperation.createTranscriptionSession : MintOperation.createClientSecret;
    }

    private void readNewResponses(MintOperation operation) throws HarnessException, ToolMissingException {
        if (after.brokenResponses(operation).isEmpty()) {
            return;
        }
        for (Canary canary : before.brokenResponses(operation)) {
            if (after.responseViolation(operation, canary.broken()).isEmpty()) {
                read(operation, canary).ifPresent(failures::add);
            }
        }
    }

    private Optional<String> read(MintOperation operation, Canary canary)
            throws HarnessException, ToolMissingException {
        endpoint.respondWith(canary.broken());
        JsonNode result =
                operation.isFlat() ? harness.mint("flat", ExactJson.parse("{}")) : harness.mint("session", SMALLEST);
        if (result.has("error")) {
            return Optional.of("it cannot read a response with another " + canary.place() + ": "
                    + ClientExamination.errorText(result));
        }
        String place = "/" + canary.place().replace("[", "/").replace("]", "").replace('.', '/');
        return TreeComparison.differences(canary.broken(), result.get("read")).stream()
                .filter(difference -> difference.startsWith(place + ":") || difference.startsWith(place + "/"))
                .findFirst()
                .map(difference -> "it misreads a response with another " + canary.place() + ": " + difference);
    }
}
