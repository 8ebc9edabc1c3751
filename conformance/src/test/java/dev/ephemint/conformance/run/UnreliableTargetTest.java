package dev.ephemint.conformance.run;

import static dev.ephemint.conformance.run.EngineRuns.SILENT;
import static dev.ephemint.conformance.run.EngineRuns.plan;
import static dev.ephemint.conformance.run.EngineRuns.reason;
import static dev.ephemint.conformance.run.EngineRuns.run;
import static dev.ephemint.conformance.run.EngineRuns.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that reject, hang, die or say too much. */
final class UnreliableTargetTest {

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void provesNothingIfTheGatewayRejectsEachCall(int status) {
        RunResult run = run(plan(FakeCheck.expecting("a/1", status), FakeCheck.passing("a/2")), status);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.NOT_PROVEN);
        assertThat(reason(run)).startsWith("every response was " + status);
        assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
    }

    @Test
    void judgesARejectionThatComesFromTheVendor() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
                    if (request.method().equals("POST")) {
                        new MessageSender()
                                .call(
                                        vendor.uri(),
                                        Message.request(request.method(), request.target(), request.body()));
                    }
                    VendorReaction.response(Message.response(401, "{}")).on(request, socket);
                })) {
            Check check = FakeCheck.of("a/1", target -> {
                vendor.script(VendorReaction.response(Message.response(401, "{}")));
                return FakeCheck.expecting("", 401).body().apply(target);
            });

            RunResult run =
                    Engine.run(plan(check), gateway.target(Optional.of(vendor), Duration.ofSeconds(60)), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED);
        }
    }

    @Test
    void provesNothingIfTheTargetIsUnreachable() {
        try (ReservedPort nothing = ReservedPort.open()) {
            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1"), FakeCheck.passing("a/2").excluded("other")),
                    FakeGateway.targetAt(nothing.uri()),
                    SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.NOT_APPLICABLE);
            assertThat(reason(run)).startsWith("the target does not respond: ");
            assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
        }
    }

    @Test
    void failsIfTheTargetResetsOneCall() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            if (request.method().equals("GET")) {
                VendorReaction.response(Message.response(404, "")).on(request, socket);
            } else {
                VendorReaction.reset().on(request, socket);
            }
        })) {
            RunResult run = Engine.run(plan(FakeCheck.passing("a/1")), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.FAILED);
            assertThat(run.checks().get(0).differences())
                    .singleElement()
                    .asString()
                    .startsWith("no response: ");
        }
    }

    @Test
    void failsAtTheCheckInWhichTheTargetDiesAndProvesNothingAfterIt() {
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Check last = FakeCheck.of("a/2", target -> {
                gateway.close();
                return FakeCheck.passing("").body().apply(target);
            });

            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1"), last, FakeCheck.passing("a/3")), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.NOT_PROVEN);
            assertThat(run.checks().get(2).reason()).contains("the target stopped responding in a/2");
            assertThat(run.conclusion()).isEqualTo(Conclusion.FAILED);
        }
    }

    @Test
    void failsIfTheTargetHangs() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            if (request.method().equals("GET")) {
                VendorReaction.response(Message.response(404, "")).on(request, socket);
            } else {
                VendorReaction.stall(Message.response(200, "{\"a\": 1}")).on(request, socket);
            }
        })) {
            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1")), gateway.target(Optional.empty(), Duration.ofSeconds(5)), SILENT);

            assertThat(run.checks().get(0).differences())
                    .containsExactly("no response: no complete response within 5000 ms");
        }
    }

    @Test
    void provesNothingOnBothSidesIfTheVendorIsNeverCalled() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                FakeGateway gateway = FakeGateway.responding(200)) {
            RunResult run = Engine.run(
                    plan(FakeCheck.failing("a/1").onBothSides(), FakeCheck.passing("a/2")),
                    gateway.target(Optional.of(vendor), Duration.ofSeconds(60)),
                    SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.PASSED);
            assertThat(reason(run)).contains("configure it with the vendor's address");
        }
    }

    @Test
    void followsNoRedirect() {
        try (FakeGateway other = FakeGateway.responding(200);
                FakeGateway gateway = FakeGateway.responding(Message.response(307, "")
                        .with("location", other.server().uri().toString()))) {
            RunResult run = Engine.run(plan(FakeCheck.expecting("a/1", 307)), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED);
            assertThat(other.server().requests()).isEmpty();
        }
    }

    @Test
    void failsOnAResponseThatIsTooLarge() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            int size = request.method().equals("GET") ? 10 : (4 << 20) + 1;
            VendorReaction.oversize(Message.response(200, "{}"), size).on(request, socket);
        })) {
            RunResult run = Engine.run(plan(FakeCheck.passing("a/1")), gateway.target(), SILENT);

            assertThat(run.checks().get(0).differences())
                    .singleElement()
                    .asString()
                    .endsWith("the response is larger than 4194304 bytes");
        }
    }
}
