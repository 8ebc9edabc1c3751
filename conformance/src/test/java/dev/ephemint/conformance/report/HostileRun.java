package dev.ephemint.conformance.report;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.gateway.GatewayAddress;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.known.KnownFailures;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.record.EnvironmentHeader;
import dev.ephemint.conformance.requirement.Evidence;
import dev.ephemint.conformance.requirement.Requirement;
import dev.ephemint.conformance.run.Engine;
import dev.ephemint.conformance.run.FakeCheck;
import dev.ephemint.conformance.run.FakeGateway;
import dev.ephemint.conformance.run.RunPlan;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run with each verdict, against a gateway that puts markup, control characters and credentials wherever it can. */
public final class HostileRun {
    static final String CALLER_KEY = "gk-Zk9pQ2xW7vTn4LsYb1Rm";
    static final String VENDOR_KEY = "vk-Q7w8E9r0T1y2U3i4O5p6";
    static final String TOKEN = "ek_68af296e8e408191a1120ab6383263c5";
    static final String PLAIN_TOKEN = "a plain token";

    /** Would run, end an element, a comment or a fence, move a cursor, or turn a line around, if it were not escaped. */
    static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>]]>--></pre>\"'&amp;```\n"
            + "| @someone [a](javascript:alert(1)) \u001b[31m\u0000\u202e\ud800\uffff \ud83d\ude00";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private HostileRun() {}

    public static Report report() {
        Requirement requirement = new Requirement(
                "REQ-FAKE-01",
                "fakes",
                "It must. " + MARKUP,
                List.of(new Evidence(MARKUP, "2026-11-26", Evidence.Grade.RECORDED)));
        return Report.of(run(), List.of(requirement), "1.0", "profile.yaml");
    }

    private static RunResult run() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                FakeGateway gateway = FakeGateway.reacting((request, socket) -> react(vendor, request, socket))) {
            GatewayAddress address = new GatewayAddress(
                    gateway.server().uri(),
                    List.of(new EnvironmentHeader(
                            new Header("authorization", "Bearer " + CALLER_KEY),
                            new Header("authorization", "Bearer ${GATEWAY_KEY}"),
                            List.of(CALLER_KEY))));
            Profile fake = FakeGateway.PROFILE;
            Profile profile = new Profile(
                    "fake",
                    MARKUP,
                    fake.dialect(),
                    fake.endpoints(),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    Optional.empty());
            HttpTarget target = new HttpTarget(address, profile, Optional.of(vendor), Duration.ofSeconds(60));
            return Engine.run(plan(vendor), target, (result, done, total) -> {});
        }
    }

    private static void react(ScriptedVendor vendor, Message request, Socket socket) throws IOException {
        if (request.method().equals("POST")) {
            callVendor(vendor, request.body());
        }
        String leaks = CALLER_KEY + " " + VENDOR_KEY + " " + TOKEN;
        VendorReaction.response(Message.response(
                                200,
                                "{\"value\": \"" + PLAIN_TOKEN + "\", \"leaks\": \"" + leaks + "\", \"" + CALLER_KEY
                                        + "\": 1} " + MARKUP)
                        .with("x-markup", "<b>" + leaks)
                        .with("set-cookie", "session=" + PLAIN_TOKEN))
                .on(request, socket);
    }

    private static void callVendor(ScriptedVendor vendor, String body) {
        Message request = Message.request("POST", "/vendor", body)
                .with("api-key", VENDOR_KEY)
                .with("x-caller", CALLER_KEY);
        try {
            new MessageSender().call(vendor.uri(), request);
        } catch (NoResponseException reset) {
            // The vendor has no script, and resets the connection.
            return;
        }
    }

    private static RunPlan plan(ScriptedVendor vendor) {
        List<Check> checks = List.of(
                FakeCheck.passing("pass/1"),
                failing(vendor, "fail/" + "<b>&\"'"),
                failing(vendor, "known/1"),
                failing(vendor, "flaky/1"),
                FakeCheck.of("proven/1", target -> new Outcome.NotProven(MARKUP + TOKEN + CALLER_KEY)),
                FakeCheck.of("proven/2", target -> {
                    target.mint(MintOperation.createClientSecret, "{}");
                    throw new IllegalStateException(MARKUP + TOKEN + CALLER_KEY);
                }),
                FakeCheck.excluded("applicable/1", MARKUP),
                FakeCheck.passing("selected/1"));
        List<CheckPattern> only = List.of("pass", "fail", "known", "flaky", "proven", "applicable").stream()
                .map(family -> new CheckPattern(family + "/*"))
                .toList();
        return new RunPlan(checks, List.of(new SelfCheck(MARKUP, () -> true)), only, known(), TODAY, 0);
    }

    private static Check failing(ScriptedVendor vendor, String id) {
        return FakeCheck.of(id, target -> {
            vendor.script(VendorReaction.response(Message.response(200, "{}")));
            Message response = target.mint(MintOperation.createClientSecret, "{\"a\": \"it's " + CALLER_KEY + "\"}");
            return new Outcome.Failed(List.of("/session: expected null, was " + response.body(), MARKUP));
        });
    }

    private static KnownFailures known() {
        return new KnownFailures(
                List.of(entry("known/*", false), entry("flaky/*", true), entry("unmatched/<i>*", false)));
    }

    private static KnownFailure entry(String pattern, boolean flaky) {
        return new KnownFailure(
                new CheckPattern(pattern), flaky, MARKUP, Optional.of("javascript:alert(1)"), TODAY, TODAY);
    }
}
