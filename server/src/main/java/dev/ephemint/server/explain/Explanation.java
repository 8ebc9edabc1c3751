package dev.ephemint.server.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a request changes on its way to a vendor. Without secrets: headers of a credential are redacted.
 *
 * @param upstream its name, and why it was chosen; empty if there is only one, without a name
 * @param dialect the dialect's name
 * @param notes what was rewritten of the configured address
 * @param request in the nested shape, before the policies; empty if the contract rejected it
 * @param call what would be sent; empty if the request was rejected
 * @param refusal the error that the caller would receive, in the envelope; empty if there is a call
 */
public record Explanation(
        Optional<Chosen> upstream,
        String dialect,
        List<String> notes,
        Optional<ObjectNode> request,
        List<Step> steps,
        Optional<UpstreamCall> call,
        Optional<ObjectNode> refusal) {

    /**
     * One of several upstreams.
     *
     * @param route which upstreams may mint for the request, and why
     */
    public record Chosen(String name, List<String> route) {

        public Chosen {
            route = List.copyOf(route);
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public Explanation {
        notes = List.copyOf(notes);
    }

    /**
     * The result of a dry run.
     *
     * @param dressed the call with all of Ephemint's headers
     * @param secret the headers that a credential adds
     * @param response to the caller
     */
    public static Explanation of(
            String dialect, DryRun dryRun, Optional<UpstreamCall> dressed, Set<String> secret, ObjectNode response) {
        return new Explanation(
                Optional.empty(),
                dialect,
                List.of(),
                dryRun.request().map(MintRequest::body),
                dryRun.steps(),
                dressed.map(call -> redacted(call, secret)),
                dressed.isPresent() ? Optional.empty() : Optional.of(response));
    }

    public Explanation withNotes(List<String> others) {
        return new Explanation(upstream, dialect, others, request, steps, call, refusal);
    }

    /** The same at one of several upstreams. */
    public Explanation at(Chosen chosen) {
        return new Explanation(Optional.of(chosen), dialect, notes, request, steps, call, refusal);
    }

    private static UpstreamCall redacted(UpstreamCall call, Set<String> secret) {
        UpstreamCall redacted = call;
        for (String header : secret) {
            redacted = redacted.withHeader(header, "[redacted]");
        }
        return redacted;
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** {@code {upstream?, route[]?, dialect, notes[], request?, steps[], call?, refusal?}}. */
    public ObjectNode json() {
        ObjectNode json = NODES.objectNode();
        upstream.ifPresent(chosen -> {
            ArrayNode route = json.put("upstream", chosen.name()).putArray("route");
            chosen.route().forEach(route::add);
        });
        json.put("dialect", dialect);
        ArrayNode said = json.putArray("notes");
        notes.forEach(said::add);
        request.ifPresent(body -> json.set("request", body));
        ArrayNode list = json.putArray("steps");
        steps.forEach(step -> list.add(json(step)));
        call.ifPresent(sent -> json.set("call", json(sent)));
        refusal.ifPresent(error -> json.set("refusal", error));
        return json;
    }

    private static ObjectNode json(Step step) {
        ObjectNode json = NODES.objectNode().put("name", step.name()).put("refused", step.refused());
        ArrayNode changes = json.putArray("changes");
        step.changes().forEach(change -> {
            ObjectNode entry = changes.addObject().put("member", change.member());
            setIfThere(entry, "before", change.before());
            setIfThere(entry, "after", change.after());
        });
        ArrayNode warnings = json.putArray("warnings");
        step.warnings().forEach(warning -> warnings.add(json(warning)));
        return json;
    }

    private static void setIfThere(ObjectNode entry, String name, JsonNode value) {
        if (!(value instanceof MissingNode)) {
            entry.set(name, value);
        }
    }

    private static ObjectNode json(MintWarning warning) {
        return NODES.objectNode()
                .put("code", warning.code())
                .put("message", warning.message())
                .put("param", warning.param());
    }

    private static ObjectNode json(UpstreamCall call) {
        ObjectNode json =
                NODES.objectNode().put("method", "POST").put("url", call.uri().toString());
        ObjectNode headers = json.putObject("headers");
        call.headers().forEach(headers::put);
        json.set("body", call.body());
        return json;
    }

    @Override
    public String toString() {
        return "Explanation[" + dialect + ", " + call + "]";
    }
}
