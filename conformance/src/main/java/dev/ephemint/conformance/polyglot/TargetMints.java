package dev.ephemint.conformance.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.TypedCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Mints the typed cases at a running service; its secrets are never reported. */
final class TargetMints {
    private TargetMints() {}

    /**
     * One line for each case that mints there as plain JSON and not with the client.
     *
     * @param target the address before {@code /v1}
     * @throws HarnessException if the service mints none of the cases as plain JSON, so that nothing is shown
     */
    static List<String> failures(Harness harness, URI target) throws HarnessException, ToolMissingException {
        List<String> typed = harness.start(URI.create(target.toString().replaceFirst("/+$", "") + "/v1"));
        List<String> failures = new ArrayList<>();
        int tried = 0;
        for (TypedCase mint : TypedCase.all()) {
            if (typed.contains(mint.name()) && mintsPlainly(target, mint)) {
                tried++;
                JsonNode facts = harness.typed(mint.name());
                if (facts.has("error")) {
                    failures.add(ClientExamination.failure("target/" + mint.name(), facts));
                } else if (!isMinted(facts)) {
                    failures.add("mint target/" + mint.name() + ": the client reads no secret, lifetime or socket");
                }
            }
        }
        if (tried == 0) {
            throw new HarnessException("the target mints none of the cases as plain JSON");
        }
        return failures;
    }

    private static boolean isMinted(JsonNode facts) {
        return !facts.path("value").asText().isBlank()
                && facts.path("expires_at").isIntegralNumber()
                && facts.path("socket").asText().matches("wss?://.+");
    }

    private static boolean mintsPlainly(URI target, TypedCase mint) {
        String path = mint.isFlat() ? "/v1/realtime/transcription_sessions" : "/v1/realtime/client_secrets";
        Message request = Message.request("POST", path, ExactJson.write(mint.request()));
        return new MessageSender()
                        .call(target, request.with("content-type", "application/json"))
                        .status()
                == 200;
    }
}
