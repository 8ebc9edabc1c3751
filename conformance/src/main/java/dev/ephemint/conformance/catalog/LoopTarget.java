package dev.ephemint.conformance.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Upstream;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A gateway inside the kit that passes mints on, with a fault in its requests or in its responses. */
record LoopTarget(ScriptedVendor played, UnaryOperator<JsonNode> requestFault, UnaryOperator<Message> responseFault)
        implements Target {
    private static final String PATH = "/v1/realtime/client_secrets";
    private static final Profile PROFILE = new Profile(
            "self-check",
            "The kit's own gateway",
            TargetDialect.OPENAI,
            Map.of(MintOperation.createClientSecret, PATH),
            Set.of("transcription", "realtime"),
            Set.of(Feature.VALIDATES),
            Map.of(),
            Map.of("transcription", "gpt-live-transcribe", "realtime", "gpt-realtime"),
            Optional.of(new Upstream(PATH, "authorization", "Bearer ", Upstream.KeyOwner.GATEWAY, Set.of())));

    static LoopTarget correct(ScriptedVendor vendor) {
        return new LoopTarget(vendor, tree -> tree, response -> response);
    }

    LoopTarget withRequestFault(UnaryOperator<JsonNode> fault) {
        return new LoopTarget(played, fault, responseFault);
    }

    LoopTarget withResponseFault(UnaryOperator<Message> fault) {
        return new LoopTarget(played, requestFault, fault);
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public Optional<ScriptedVendor> vendor() {
        return Optional.of(played);
    }

    @Override
    public Message call(Message request) {
        String body = ExactJson.write(requestFault.apply(ExactJson.parse(request.body())));
        Message sent = Message.request("POST", PATH, body)
                .with("content-type", "application/json")
                .with("authorization", "Bearer " + PlantedKey.VALUE);
        Message response = new MessageSender().call(played.uri(), sent);
        Message passed = PlantedKey.isIn(response.body()) && response.status() >= 400
                ? Message.response(response.status(), "{}")
                : Message.response(response.status(), response.body());
        return responseFault.apply(
                passed.with("content-type", "application/json").with("cache-control", "no-store"));
    }
}
