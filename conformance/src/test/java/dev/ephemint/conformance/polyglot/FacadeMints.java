package dev.ephemint.conformance.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.TypedCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The typed cases through the facade: what arrives at the vendor, and what is read, must be what plain JSON results in. */
final class FacadeMints {
    private FacadeMints() {}

    static List<String> differences(Harness harness) throws HarnessException, ToolMissingException {
        List<String> differences = new ArrayList<>();
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade = Facades.start(TargetDialect.OPENAI, vendor.uri())) {
            List<String> typed = harness.start(URI.create(facade.uri() + "/v1"));
            for (TypedCase mint : TypedCase.all()) {
                if (typed.contains(mint.name())) {
                    mint(harness, vendor, facade, mint).forEach(differences::add);
                }
            }
        }
        return differences;
    }

    private static List<String> mint(Harness harness, ScriptedVendor vendor, Gateway.Running facade, TypedCase mint)
            throws HarnessException, ToolMissingException {
        String name = "facade/" + mint.name();
        vendor.script(FacadeMints::response);
        JsonNode facts = harness.typed(mint.name());
        if (facts.has("error")) {
            return List.of(ClientExamination.failure(name, facts));
        }
        JsonNode arrived = arrived(vendor);
        JsonNode plain = TypedCase.facts(mint.isFlat(), mintPlainly(vendor, facade, mint));
        List<String> differences = new ArrayList<>();
        TreeComparison.differences(arrived(vendor), arrived)
                .forEach(difference -> differences.add("request " + name + " " + difference));
        TreeComparison.differences(plain, facts)
                .forEach(difference -> differences.add("response " + name + " " + difference));
        return differences;
    }

    /** The facade's response to the case as plain JSON. */
    static JsonNode mintPlainly(ScriptedVendor vendor, Gateway.Running facade, TypedCase mint) {
        String path = mint.isFlat() ? "/v1/realtime/transcription_sessions" : "/v1/realtime/client_secrets";
        vendor.script(FacadeMints::response);
        Message request = Message.request("POST", path, ExactJson.write(mint.request()));
        return ExactJson.parse(new MessageSender()
                .call(facade.uri(), request.with("content-type", "application/json"))
                .body());
    }

    static JsonNode arrived(ScriptedVendor vendor) {
        return ExactJson.parse(vendor.requests().get(0).body());
    }

    private static void response(Message request, Socket socket) throws IOException {
        JsonNode sent = ExactJson.parse(request.body());
        String name = sent.at("/session/type").asText().equals("realtime") ? "realtime" : "transcription-null";
        ObjectNode body = new TypedCase(name, sent).response().deepCopy();
        body.remove("connect");
        VendorReaction.response(Message.response(200, ExactJson.write(body)).with("content-type", "application/json"))
                .on(request, socket);
    }
}
