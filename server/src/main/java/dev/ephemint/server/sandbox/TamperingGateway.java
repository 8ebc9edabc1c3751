package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_ADDS_API_VERSION;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_ADDS_BETA_HEADER;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_ADDS_DEPLOYMENT;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_ADDS_SESSION_MODEL;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_DROPS_SESSION_TYPE;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_DROPS_THE_KEY;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_DROPS_V1;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_MINTS_A_CONVERSATION;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_NAMES_NO_DEPLOYMENT;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_NAMES_THE_MODEL;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_OPENS_A_CONVERSATION;
import static dev.ephemint.server.sandbox.SandboxFault.GATEWAY_SWAPS_THE_TOKEN;
import static dev.ephemint.server.sandbox.SandboxFault.LIFETIME_IGNORED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What stands between a client and the vendor, and does not leave requests as they are. */
record TamperingGateway(Set<SandboxFault> faults) {

    private static final String TRANSCRIBES = "gpt-4o-transcribe";

    private static final Map<SandboxFault, UnaryOperator<VendorRequest>> HANDSHAKES = Map.of(
            GATEWAY_ADDS_API_VERSION, request -> request.withParameter("api-version", AzurePreview.VERSION),
            GATEWAY_ADDS_BETA_HEADER, request -> request.withHeader("openai-beta", "realtime=v1"),
            GATEWAY_ADDS_DEPLOYMENT, request -> request.withParameter("deployment", TRANSCRIBES),
            GATEWAY_SWAPS_THE_TOKEN, request -> request.withHeader("authorization", "Bearer sk-of-the-gateways-own"),
            GATEWAY_NAMES_THE_MODEL,
                    request -> request.withoutParameter("intent").withParameter("model", TRANSCRIBES),
            GATEWAY_OPENS_A_CONVERSATION,
                    request -> request.withoutParameter("intent").withParameter("model", "gpt-realtime"));

    private static final Map<SandboxFault, Consumer<ObjectNode>> MINTS = Map.of(
            GATEWAY_ADDS_SESSION_MODEL, TamperingGateway::addSessionModel,
            GATEWAY_DROPS_SESSION_TYPE, body -> body.withObject("/session").remove("type"),
            GATEWAY_MINTS_A_CONVERSATION,
                    body -> body.withObject("/session").put("type", "realtime").put("model", TRANSCRIBES),
            GATEWAY_NAMES_NO_DEPLOYMENT,
                    body -> body.withObject("/session").put("type", "realtime").put("model", "no-such-deployment"),
            LIFETIME_IGNORED, body -> body.remove("expires_after"));

    HttpEndpoint before(HttpEndpoint vendor) {
        return request -> vendor.respond(tampered(request));
    }

    SocketEndpoint beforeSockets(SocketEndpoint endpoint) {
        return request -> endpoint.accept(tampered(request));
    }

    private VendorRequest tampered(VendorRequest request) {
        VendorRequest routed = faults.contains(GATEWAY_DROPS_V1)
                ? request.withPath(request.target().path().replace("/v1/", "/"))
                : request;
        if (routed.isHandshake()) {
            return handshake(routed);
        }
        return mint(faults.contains(GATEWAY_DROPS_THE_KEY) ? routed.withoutHeader("authorization") : routed);
    }

    private VendorRequest handshake(VendorRequest request) {
        VendorRequest tampered = request;
        for (SandboxFault fault : faults) {
            tampered = HANDSHAKES.getOrDefault(fault, UnaryOperator.identity()).apply(tampered);
        }
        return tampered;
    }

    private VendorRequest mint(VendorRequest request) {
        if (request.body().length == 0 || faults.stream().noneMatch(MINTS::containsKey)) {
            return request;
        }
        ObjectNode body = request.json();
        faults.forEach(fault -> MINTS.getOrDefault(fault, untouched -> {}).accept(body));
        return request.withBody(body);
    }

    private static void addSessionModel(ObjectNode body) {
        String model = body.at("/session/audio/input/transcription/model").asText();
        if (!model.isEmpty()) {
            body.withObject("/session").put("model", model);
        }
    }
}
