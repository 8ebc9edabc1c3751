package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.matrix.Expectation.Arrives;
import dev.ephemint.conformance.matrix.Expectation.Rejected;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends cells through a target, with the kit as its vendor. */
final class CellExchange {
    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403);

    private final Target target;
    private final ScriptedVendor vendor;
    private final Expectations expectations;

    CellExchange(Target target, Expectations expectations) {
        this.target = target;
        this.vendor = target.vendor().orElseThrow(() -> new IllegalArgumentException("the kit plays no vendor"));
        this.expectations = expectations;
    }

    /**
     * Adds the differences of one cell.
     *
     * @return why nothing can be said of any cell, if the target does not let the kit in
     */
    Optional<String> run(Cell generated, List<String> differences) {
        String model = model(generated.session());
        Cell cell = generated.withModel(model);
        boolean request = cell.leg() == Leg.REQUEST;
        Flow flow = cell.flow();
        JsonNode minted = request ? Minted.response(flow.dialect().operation(), cell.session()) : cell.body();
        JsonNode asked = request ? cell.body() : Minted.request(flow.operation(), cell.session(), model);
        vendor.script(VendorReaction.response(
                Message.response(200, ExactJson.write(minted)).with("content-type", "application/json")));
        Message response;
        try {
            response = target.mint(flow.operation(), ExactJson.write(asked));
        } catch (NoResponseException e) {
            differences.add(cell + ": no response: " + e.getMessage());
            return Optional.empty();
        }
        if (UNAUTHORIZED.contains(response.status())) {
            return Optional.of("the target responds with " + response.status());
        }
        Expectation expected = expectations.of(cell);
        if (expected instanceof Rejected rejected) {
            compare(cell, rejected, response, differences);
        } else if (expected instanceof Arrives arrives) {
            compare(cell, arrives, response, differences);
        }
        return Optional.empty();
    }

    /** Ephemint has rules about models that it knows; other gateways need a model that they know. */
    private String model(String session) {
        return target.profile().has(Feature.EPHEMINT_ERRORS)
                ? Draft.MODEL
                : target.profile().models().getOrDefault(session, Draft.MODEL);
    }

    private void compare(Cell cell, Rejected expected, Message response, List<String> differences) {
        if (response.status() != 400) {
            differences.add(cell + ": expected 400 for " + expected.members() + ", was " + response.status());
            return;
        }
        if (!vendor.requests().isEmpty()) {
            differences.add(cell + ": rejected, but sent to the vendor");
        }
        String param = tree(response.body()).at("/error/param").asText("");
        if (target.profile().has(Feature.EPHEMINT_ERRORS)
                && expected.members().stream().noneMatch(member -> isRelated(param, member))) {
            differences.add(cell + ": expected param " + expected.members() + ", was " + param);
        }
    }

    private static boolean isRelated(String one, String other) {
        return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
    }

    private void compare(Cell cell, Arrives expected, Message response, List<String> differences) {
        if (response.status() != 200) {
            differences.add(cell + ": expected 200, was " + response.status() + " " + response.body());
        } else if (cell.leg() == Leg.RESPONSE) {
            compare(
                    cell,
                    expected,
                    target.profile().withoutDeclared(tree(response.body()), expected.tree()),
                    differences);
        } else if (vendor.requests().size() != 1) {
            differences.add(cell + ": expected 1 request to the vendor, was "
                    + vendor.requests().size());
        } else {
            compare(cell, expected, tree(vendor.requests().get(0).body()), differences);
        }
    }

    private static void compare(Cell cell, Arrives expected, JsonNode arrived, List<String> differences) {
        List<String> found = TreeComparison.differences(expected.tree(), arrived);
        if (found.isEmpty()) {
            return;
        }
        if (TreeComparison.differences(expected.unchanged(), arrived).isEmpty()) {
            differences.add(
                    cell + ": arrived unchanged: the intended changes " + expected.intended() + " no longer happen");
        }
        found.forEach(line -> differences.add(cell + ": " + line));
    }

    private static JsonNode tree(String body) {
        try {
            return ExactJson.parse(body);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
