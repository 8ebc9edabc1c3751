package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.util.ArrayList;
import java.util.List;

/** Mints every case with one client against an endpoint of the kit and notes each difference from the bytes of the case. */
public final class ClientExamination {
    private static final int LONGEST = 300;

    private final Harness harness;
    private final Endpoint endpoint;
    private final List<String> differences = new ArrayList<>();

    private ClientExamination(Harness harness, Endpoint endpoint) {
        this.harness = harness;
        this.endpoint = endpoint;
    }

    /**
     * One line for each difference: {@code request}, {@code response} or {@code mint}, the case, the JSON pointer, both values.
     *
     * @throws HarnessException if the client does not compile, or the harness fails the smoke test
     */
    public static List<String> differences(Harness harness, List<WireCase> cases)
            throws HarnessException, ToolMissingException {
        try (Endpoint endpoint = new Endpoint()) {
            ClientExamination examination = new ClientExamination(harness, endpoint);
            List<String> typed = harness.start(endpoint.base());
            Smoke.test(harness, endpoint);
            for (WireCase wire : cases) {
                examination.mint(wire);
            }
            for (TypedCase typedCase : TypedCase.all()) {
                if (typed.contains(typedCase.name())) {
                    examination.mint(typedCase);
                }
            }
            return examination.differences;
        }
    }

    private void mint(WireCase wire) throws HarnessException, ToolMissingException {
        endpoint.respondWith(wire.response());
        JsonNode response = harness.mint(wire.shape(), wire.request());
        if (response.has("error")) {
            differences.add(failure(wire.name(), response));
            return;
        }
        compareRequest(wire.name(), wire.request(), wire.shape());
        compare("response " + wire.name(), wire.response(), response.get("read"));
    }

    private void mint(TypedCase typed) throws HarnessException, ToolMissingException {
        endpoint.respondWith(typed.response());
        JsonNode facts = harness.typed(typed.name());
        String name = "typed/" + typed.name();
        if (facts.has("error")) {
            differences.add(failure(name, facts));
            return;
        }
        compareRequest(name, typed.request(), typed.isFlat() ? "flat" : "session");
        compare("response " + name, TypedCase.facts(typed.isFlat(), typed.response()), facts);
    }

    /** An error's text without what changes from run to run. */
    public static String failure(String name, JsonNode response) {
        return "mint " + name + " failed: " + errorText(response);
    }

    /** One line, of a bounded length, without the port. */
    public static String errorText(JsonNode response) {
        String text = response.get("error").asText().replaceAll("\\s+", " ").replaceAll("127\\.0\\.0\\.1:\\d+", "HOST");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private void compareRequest(String name, JsonNode expected, String shape) throws HarnessException {
        try {
            compare("request " + name, expected, endpoint.request(shape));
        } catch (IllegalArgumentException e) {
            differences.add("request " + name + ": " + e.getMessage());
        }
    }

    private void compare(String what, JsonNode expected, JsonNode actual) {
        TreeComparison.differences(expected, actual).forEach(difference -> differences.add(what + " " + difference));
    }
}
