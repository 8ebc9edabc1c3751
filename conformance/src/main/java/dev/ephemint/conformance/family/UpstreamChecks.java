package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a plain mint sends to the vendor: path, credential, headers, lifetime. */
public final class UpstreamChecks {
    private static final String RETIRED = "/v1/realtime/transcription_sessions";
    private static final String LIFETIME = "{\"anchor\":\"created_at\",\"seconds\":60}";

    private UpstreamChecks() {}

    /** The one request that arrived, and the profile's declaration. */
    private record Sent(Upstream declared, Message request) {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (String type : shape.sessionTypes()) {
                checks.add(sent(shape, type, "target", "REQ-UP-01", UpstreamChecks::target));
                checks.add(sent(shape, type, "content-type", "REQ-UP-03", UpstreamChecks::contentType));
                checks.add(sent(shape, type, "credential", "REQ-SECRET-01", UpstreamChecks::credential));
                checks.add(once(shape, type));
                checks.add(tree(shape, type));
            }
            checks.add(requestedLifetime(shape));
            checks.add(statedLifetime(shape));
            checks.add(betaHeader(shape));
            checks.add(foreignHeaders(shape));
        }
        checks.add(deadPath());
        return List.copyOf(checks);
    }

    private static Check sent(
            Shape shape, String type, String name, String requirement, BiConsumer<Findings, Sent> compare) {
        return check(shape, type, "upstream/" + shape.word() + "/" + type + "/" + name, requirement, target -> {
            Message response = mint(target, shape, shape.sample(target.profile(), type), List.of());
            return arrived(target, response, compare);
        });
    }

    private static Outcome arrived(Target target, Message response, BiConsumer<Findings, Sent> compare) {
        List<Message> arrived = Upstreams.arrived(target);
        if (arrived.isEmpty()) {
            return new Outcome.Failed(
                    List.of("nothing arrived at the vendor; the response is " + Findings.brief(response)));
        }
        Findings findings = new Findings();
        compare.accept(findings, new Sent(Upstreams.declared(target), arrived.get(0)));
        return findings.outcome();
    }

    private static CheckCase check(
            Shape shape, String type, String id, String requirement, Function<Target, Outcome> body) {
        return CheckCase.of(id, requirement, Position.BOTH_SIDES, body)
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType(type));
    }

    private static Message mint(Target target, Shape shape, ObjectNode body, List<String[]> headers) {
        Upstreams.mint(target);
        String path = String.valueOf(target.profile().endpoints().get(shape.operation()));
        Message request = Message.request("POST", path, ExactJson.write(body)).with("content-type", "application/json");
        for (String[] header : headers) {
            request = request.with(header[0], header[1]);
        }
        return target.call(request);
    }

    private static void target(Findings findings, Sent sent) {
        findings.same(
                "request line",
                "POST " + sent.declared().target(),
                sent.request().start());
    }

    private static void contentType(Findings findings, Sent sent) {
        String type = sent.request().header("content-type").orElse("(absent)").toLowerCase(Locale.ROOT);
        findings.that(type.startsWith("application/json"), "content-type: expected application/json, was " + type);
    }

    private static void credential(Findings findings, Sent sent) {
        Upstream declared = sent.declared();
        String expected = declared.credentialPrefix() + PlantedKey.VALUE;
        boolean right = sent.request().header(declared.credentialHeader()).equals(Optional.of(expected));
        findings.that(right, declared.credentialHeader() + ": is not the vendor's key in the documented form");
    }

    private static Check once(Shape shape, String type) {
        return check(shape, type, "upstream/" + shape.word() + "/" + type + "/once", "REQ-UP-02", target -> {
            mint(target, shape, shape.sample(target.profile(), type), List.of());
            return new Findings()
                    .same(
                            "requests that arrived at the vendor",
                            1,
                            Upstreams.arrived(target).size())
                    .outcome();
        });
    }

    private static Check tree(Shape shape, String type) {
        String id = "upstream/" + shape.word() + "/" + type + "/tree";
        return check(shape, type, id, "REQ-MEMBER-02", target -> {
                    ObjectNode body = shape.sample(target.profile(), type);
                    mint(target, shape, body, List.of());
                    return Upstreams.compare(new Findings(), target, body).outcome();
                })
                .onlyIf(Applicability.unless(
                        "the vendor's shape is not " + shape.word(),
                        profile -> profile.dialect().operation() == shape.operation()));
    }

    private static Check requestedLifetime(Shape shape) {
        return check(shape, "transcription", "lifetime/requested/" + shape.word(), "REQ-LIFE-03", target -> {
                    ObjectNode body = shape.sample(target.profile(), "transcription");
                    (shape.isFlat() ? body.withObject("/client_secret") : body)
                            .set("expires_after", ExactJson.parse(LIFETIME));
                    Message response = mint(target, shape, body, List.of());
                    return arrived(
                            target,
                            response,
                            (findings, sent) ->
                                    findings.tree("expires_after", ExactJson.parse(LIFETIME), lifetime(target, sent)));
                })
                .onlyIf(Applicability.carries(shape.operation()))
                .onlyIf(Applicability.unless("the vendor has no lifetime in its request", profile -> profile.dialect()
                        .acceptsLifetime()));
    }

    private static JsonNode lifetime(Target target, Sent sent) {
        boolean flat = target.profile().dialect().operation().isFlat();
        return Findings.json(sent.request()).at(flat ? "/client_secret/expires_after" : "/expires_after");
    }

    private static Check statedLifetime(Shape shape) {
        return check(shape, "transcription", "lifetime/stated/" + shape.word(), "REQ-LIFE-04", target -> {
                    Message response = mint(target, shape, shape.sample(target.profile(), "transcription"), List.of());
                    return arrived(
                            target,
                            response,
                            (findings, sent) -> findings.that(
                                    lifetime(target, sent).path("seconds").isIntegralNumber(),
                                    "expires_after: expected seconds, was " + lifetime(target, sent)));
                })
                .onlyIf(Applicability.has(Feature.STATES_LIFETIME));
    }

    private static Check betaHeader(Shape shape) {
        return check(shape, "transcription", "upstream/" + shape.word() + "/no-beta-header", "REQ-DEAD-02", target -> {
                    Message response = mint(
                            target,
                            shape,
                            shape.sample(target.profile(), "transcription"),
                            List.<String[]>of(new String[] {"OpenAI-Beta", "realtime=v1"}));
                    return arrived(
                            target,
                            response,
                            (findings, sent) -> findings.that(
                                    sent.request().header("openai-beta").isEmpty(),
                                    "openai-beta: was sent to a GA route"));
                })
                .onlyIf(Applicability.unless(
                        "the vendor's interface is not GA",
                        profile -> !profile.dialect().operation().isFlat()));
    }

    /** A cookie and a header of the caller's own; the authorization too, if the target has no use for it. */
    private static Check foreignHeaders(Shape shape) {
        String secret = "kit-caller-0d15ea5e";
        return check(shape, "transcription", "secret/caller-headers/" + shape.word(), "REQ-SECRET-05", target -> {
            List<String[]> headers = new ArrayList<>();
            headers.add(new String[] {"cookie", "kit=" + secret});
            headers.add(new String[] {"x-kit-private", secret});
            if (target.profile().headers().keySet().stream().noneMatch("authorization"::equalsIgnoreCase)) {
                headers.add(new String[] {"authorization", "Bearer " + secret});
            }
            Message response = mint(target, shape, shape.sample(target.profile(), "transcription"), headers);
            return arrived(target, response, (findings, sent) -> {
                List<String> passed = sent.request().headers().stream()
                        .filter(header -> header.value().contains(secret))
                        .map(Header::name)
                        .toList();
                findings.that(passed.isEmpty(), "the caller's headers were sent to the vendor: " + passed);
            });
        });
    }

    private static Check deadPath() {
        return CheckCase.of("dead-path/flat", "REQ-DEAD-01", Position.BOTH_SIDES, target -> {
                    Message response =
                            mint(target, Shape.FLAT, Shape.FLAT.sample(target.profile(), "transcription"), List.of());
                    List<String> dead = Upstreams.arrived(target).stream()
                            .map(Message::target)
                            .filter(path -> path.startsWith(RETIRED))
                            .toList();
                    return new Findings()
                            .that(
                                    dead.isEmpty(),
                                    "sent to " + dead + ", which OpenAI removed on 2026-05-12; the response is "
                                            + Findings.brief(response))
                            .outcome();
                })
                .onlyIf(Applicability.dialect(TargetDialect.OPENAI))
                .onlyIf(Applicability.serves(MintOperation.createTranscriptionSession));
    }
}
