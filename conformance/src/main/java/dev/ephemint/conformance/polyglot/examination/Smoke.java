package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;

/**
 * Proves a harness before its results count: in two mints that differ, what must be equal is equal, and what must differ
 * differs. A harness that repeats itself, or prints what it was asked, fails.
 */
final class Smoke {
    private static final String LANGUAGE = "/session/audio/input/transcription/language";

    private Smoke() {}

    static void test(Harness harness, Endpoint endpoint) throws HarnessException, ToolMissingException {
        Mint first = mint(harness, endpoint, "en", "ek_smoke_first");
        Mint second = mint(harness, endpoint, "de", "ek_smoke_second");
        require(!TreeComparison.differences(first.sent, second.sent).isEmpty(), "two requests arrived as one");
        require(!TreeComparison.differences(first.read, second.read).isEmpty(), "two responses were read as one");
    }

    private static Mint mint(Harness harness, Endpoint endpoint, String language, String value)
            throws HarnessException, ToolMissingException {
        endpoint.respondWith(ExactJson.parse("{\"value\":\"" + value
                + "\",\"expires_at\":1790000600,\"session\":{\"type\":" + "\"transcription\"}}"));
        JsonNode response = harness.mint(
                "session",
                ExactJson.parse(
                        "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"language\":\""
                                + language + "\"}}}}}"));
        require(
                response.has("read"),
                "the client did not mint: " + response.path("error").asText());
        JsonNode sent = endpoint.request("session");
        JsonNode read = response.get("read");
        require(sent.at(LANGUAGE).asText().equals(language), "it sent another request");
        require(read.path("value").asText().equals(value), "it read another response");
        return new Mint(sent, read);
    }

    private static void require(boolean holds, String otherwise) throws HarnessException {
        if (!holds) {
            throw new HarnessException("the harness is not to be trusted: " + otherwise);
        }
    }

    private record Mint(JsonNode sent, JsonNode read) {}
}
