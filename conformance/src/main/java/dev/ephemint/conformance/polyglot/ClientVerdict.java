package dev.ephemint.conformance.polyglot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.util.List;
import java.util.Locale;

/**
 * Whether a client that is generated from a contract mints as the contract says, or still does after a change of it.
 *
 * @param contract the version that it was generated from, or both
 * @param because may be empty if it passes
 */
public record ClientVerdict(GeneratedClient client, String contract, Verdict verdict, String because) {

    /** What is known of a client. */
    public enum Verdict {
        PASSES,
        BREAKS,
        /** Not tried, for example because a tool is not installed. */
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The results file: {@code {"results":[{"client":..., "verdict":"passes", "because":""}]}}. */
    public static ObjectNode report(List<ClientVerdict> verdicts) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode results = report.putArray("results");
        verdicts.forEach(verdict -> results.addObject()
                .put("client", verdict.client.name())
                .put("language", verdict.client.language())
                .put("generator", verdict.client.generator())
                .put("contract", verdict.contract)
                .put("verdict", verdict.verdict.toString())
                .put("because", verdict.because));
        return report;
    }

    @Override
    public String toString() {
        String line = verdict + " " + client.name() + " (" + client.generator() + "), contract " + contract;
        return because.isEmpty() ? line : line + ": " + because;
    }
}
