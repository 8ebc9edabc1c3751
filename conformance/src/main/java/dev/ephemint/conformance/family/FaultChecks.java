package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Upstream;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A vendor that breaks the connection, sends something else, redirects, or rejects the gateway. */
public final class FaultChecks {
    private static final int OVERSIZE = 32 * 1024 * 1024;
    private static final Message MINTED = json(
            200,
            "{\"value\":\"ek_tape_kit_fault\",\"expires_at\":4102444800,\"client_secret\":{\"value\":\"ek_tape_kit_fault\","
                    + "\"expires_at\":4102444800},\"session\":{\"type\":\"transcription\",\"id\":\"sess_kit\","
                    + "\"object\":\"realtime.transcription_session\"}}");

    private FaultChecks() {}

    /** How the vendor behaves, and what the response must be. */
    private record Fault(
            String name, String requirement, VendorReaction reaction, BiConsumer<Findings, Exchanged> expected) {}

    /** A call that was made. */
    private record Exchanged(Target target, Message response) {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Fault fault : faults()) {
            for (Shape shape : Shape.values()) {
                checks.add(check(fault.name(), fault.requirement(), shape, target -> outcome(fault, shape, target)));
            }
        }
        for (Shape shape : Shape.values()) {
            checks.add(once("reset-once", VendorReaction.reset(), shape));
            checks.add(once("truncated-once", VendorReaction.truncate(MINTED), shape));
        }
        return List.copyOf(checks);
    }

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(broken());
        faults.add(new Fault("redirect-302", "REQ-REDIRECT-01", redirect(302), FaultChecks::notFollowed));
        faults.add(new Fault("redirect-307", "REQ-REDIRECT-01", redirect(307), FaultChecks::notFollowed));
        faults.add(new Fault("location", "REQ-REDIRECT-02", redirect(302), FaultChecks::noLocation));
        faults.add(new Fault("rate-limit", "REQ-FAULT-09", rateLimit(), FaultChecks::retryAfter));
        faults.add(new Fault("wrong-key", "REQ-FAULT-10", wrongKey(), FaultChecks::failed));
        return faults;
    }

    private static List<Fault> broken() {
        return List.of(
                new Fault("reset", "REQ-FAULT-01", VendorReaction.reset(), FaultChecks::serverError),
                new Fault("truncated", "REQ-FAULT-03", VendorReaction.truncate(MINTED), FaultChecks::serverError),
                new Fault("silent", "REQ-FAULT-02", VendorReaction.hang(), FaultChecks::serverError),
                new Fault(
                        "oversize",
                        "REQ-FAULT-04",
                        VendorReaction.oversize(MINTED, OVERSIZE),
                        FaultChecks::serverError),
                new Fault("html", "REQ-FAULT-05", html(502), FaultChecks::serverError),
                new Fault("html-200", "REQ-FAULT-06", html(200), FaultChecks::serverError),
                new Fault("empty-200", "REQ-FAULT-06", respond(json(200, "")), FaultChecks::serverError),
                new Fault(
                        "no-token", "REQ-FAULT-07", respond(json(200, "{\"session\":{}}")), FaultChecks::serverError));
    }

    private static VendorReaction respond(Message response) {
        return VendorReaction.response(response);
    }

    private static Message json(int status, String body) {
        return Message.response(status, body).with("content-type", "application/json");
    }

    private static VendorReaction html(int status) {
        return respond(Message.response(status, "<html><body>Bad gateway</body></html>")
                .with("content-type", "text/html"));
    }

    /** To another path of the same vendor, which mints: only a client that follows redirects gets there. */
    private static VendorReaction redirect(int status) {
        return (request, socket) -> {
            boolean followed = request.target().startsWith("/elsewhere");
            String host = request.header("host").orElse("127.0.0.1");
            Message redirect = Message.response(status, "").with("location", "http://" + host + "/elsewhere");
            respond(followed ? MINTED : redirect).on(request, socket);
        };
    }

    private static VendorReaction rateLimit() {
        return respond(json(
                        429,
                        "{\"error\":{\"message\":\"Rate limit reached.\",\"type\":\"requests\",\"param\":null,"
                                + "\"code\":\"rate_limit_exceeded\"}}")
                .with("retry-after", "7"));
    }

    private static VendorReaction wrongKey() {
        return respond(json(
                401,
                "{\"error\":{\"message\":\"Incorrect API key provided: " + PlantedKey.VALUE
                        + ".\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}"));
    }

    private static Check check(String name, String requirement, Shape shape, Function<Target, Outcome> body) {
        return CheckCase.of("fault/" + name + "/" + shape.word(), requirement, Position.BOTH_SIDES, body)
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"));
    }

    /** What the caller gets does not matter here: another check is about that. */
    private static Check once(String name, VendorReaction reaction, Shape shape) {
        return check(name, "REQ-FAULT-08", shape, target -> {
            Upstreams.script(target, reaction);
            try {
                mint(target, shape);
            } catch (NoResponseException e) {
                return arrivedOnce(target, "; no response: " + e.getMessage());
            }
            return arrivedOnce(target, "");
        });
    }

    private static Outcome arrivedOnce(Target target, String otherwise) {
        int arrived = Upstreams.arrived(target).size();
        return arrived == 0
                ? new Outcome.NotProven("nothing arrived at the vendor" + otherwise)
                : new Findings()
                        .same("requests that arrived at the vendor", 1, arrived)
                        .outcome();
    }

    private static Message mint(Target target, Shape shape) {
        return target.mint(shape.operation(), ExactJson.write(shape.sample(target.profile(), "transcription")));
    }

    private static Outcome outcome(Fault fault, Shape shape, Target target) {
        Upstreams.script(target, fault.reaction());
        Message response = mint(target, shape);
        if (Upstreams.arrived(target).isEmpty()) {
            return new Outcome.NotProven("nothing arrived at the vendor; the response is " + Findings.brief(response));
        }
        Findings findings = new Findings();
        fault.expected().accept(findings, new Exchanged(target, response));
        if (Upstreams.declared(target).keyOwner() == Upstream.KeyOwner.GATEWAY) {
            Envelope.secretFree(findings, response);
        }
        return findings.outcome();
    }

    private static void failed(Findings findings, Exchanged call) {
        Envelope.compare(findings, call.target().profile(), call.response());
    }

    private static void serverError(Findings findings, Exchanged call) {
        findings.that(call.response().status() >= 500, "status: expected 5xx, was " + Findings.brief(call.response()));
        failed(findings, call);
    }

    private static void notFollowed(Findings findings, Exchanged call) {
        List<String> elsewhere = call.target().vendor().map(ScriptedVendor::requests).orElse(List.of()).stream()
                .map(Message::target)
                .filter(target -> target.startsWith("/elsewhere"))
                .toList();
        findings.that(elsewhere.isEmpty(), "the redirect was followed: " + elsewhere);
        failed(findings, call);
    }

    private static void noLocation(Findings findings, Exchanged call) {
        findings.that(call.response().header("location").isEmpty(), "location: the vendor's redirect was passed on")
                .that(
                        call.response().status() / 100 != 3,
                        "status: expected an error, was " + call.response().status());
    }

    private static void retryAfter(Findings findings, Exchanged call) {
        findings.same("status", 429, call.response().status())
                .same("retry-after", "7", call.response().header("retry-after").orElse("(absent)"));
        failed(findings, call);
    }
}
