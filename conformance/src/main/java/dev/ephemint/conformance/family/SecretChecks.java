package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Upstream;
import dev.ephemint.conformance.vendor.MintingReaction;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The vendor echoes the gateway's key, in plain or in an escaped form: no response of the gateway may contain it. */
public final class SecretChecks {
    private SecretChecks() {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check(
                    shape,
                    "minted",
                    "REQ-SECRET-02",
                    target -> MintingReaction.of(
                            target.profile().dialect().operation().isFlat())));
            echoes().forEach((name, reaction) -> checks.add(check(shape, name, "REQ-SECRET-03", target -> reaction)));
        }
        return List.copyOf(checks);
    }

    private static Map<String, VendorReaction> echoes() {
        Map<String, VendorReaction> echoes = new LinkedHashMap<>();
        echoes.put("echo-message", refusal(PlantedKey.VALUE));
        echoes.put("echo-escaped", refusal(escaped()));
        echoes.put("echo-percent", refusal(PlantedKey.VALUE.replace("-", "%2D")));
        echoes.put("echo-split", refusal(PlantedKey.VALUE.replace("5eed", "5e\\ned")));
        echoes.put("echo-code", VendorReaction.response(error("no", PlantedKey.VALUE)));
        echoes.put("echo-header", VendorReaction.response(error("no", "no").with("x-request-id", PlantedKey.VALUE)));
        echoes.put(
                "echo-html",
                VendorReaction.response(Message.response(502, "<html>" + PlantedKey.VALUE + "</html>")
                        .with("content-type", "text/html")));
        return echoes;
    }

    private static String escaped() {
        return PlantedKey.VALUE
                .chars()
                .mapToObj(c -> String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    private static VendorReaction refusal(String jsonText) {
        return VendorReaction.response(error("Incorrect API key provided: " + jsonText + ".", "invalid_api_key"));
    }

    private static Message error(String message, String code) {
        return Message.response(
                        400,
                        "{\"error\":{\"message\":\"" + message
                                + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"" + code + "\"}}")
                .with("content-type", "application/json");
    }

    private static Check check(
            Shape shape, String name, String requirement, Function<Target, VendorReaction> reaction) {
        return CheckCase.of("secret/" + name + "/" + shape.word(), requirement, Position.BOTH_SIDES, target -> {
                    Upstreams.script(target, reaction.apply(target));
                    Message response = target.mint(
                            shape.operation(), ExactJson.write(shape.sample(target.profile(), "transcription")));
                    return Upstreams.arrived(target).isEmpty()
                            ? new Outcome.NotProven(
                                    "nothing arrived at the vendor; the response is " + Findings.brief(response))
                            : Envelope.secretFree(new Findings(), response).outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.unless("the key is the caller's own", profile -> profile.upstream()
                        .filter(upstream -> upstream.keyOwner() == Upstream.KeyOwner.GATEWAY)
                        .isPresent()));
    }
}
