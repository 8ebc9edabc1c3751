package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that loses or adds something fails the matrix, in both directions. */
final class LossTest {
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Profile TRANSPARENT = new Profile(
            "transparent",
            "A gateway that passes on",
            TargetDialect.OPENAI,
            Map.of(MintOperation.createClientSecret, "/v1/realtime/client_secrets"),
            Set.of("transcription", "realtime"),
            Set.of(),
            Map.of(),
            Map.of(),
            Optional.empty());
    private static final List<Check> CHECKS = List.of(check(Leg.REQUEST), check(Leg.RESPONSE));

    private static Check check(Leg leg) {
        List<Cell> cells = Matrix.cells().stream()
                .filter(cell -> cell.flow().equals(new Flow(TRANSPARENT.dialect(), MintOperation.createClientSecret)))
                .filter(cell -> cell.leg() == leg && cell.session().equals("transcription"))
                .filter(cell -> cell.draft()
                        .member()
                        .matches(".*\\.(noise_reduction|prompt|keywords|delay|threshold|create_response)"))
                .toList();
        return new MatrixCheck("few", cells, List.of());
    }

    @Test
    void aGatewayThatPassesOnPasses() {
        Target transparent = new LossyGateway(TRANSPARENT, VENDOR, UnaryOperator.identity());

        assertThat(CHECKS)
                .allSatisfy(check -> assertThat(check.run(transparent)).isInstanceOf(Outcome.Passed.class));
    }

    @ParameterizedTest
    @EnumSource
    void aLossFails(Loss loss) {
        Target lossy = new LossyGateway(TRANSPARENT, VENDOR, loss);

        assertThat(CHECKS).allSatisfy(check -> assertThat(check.run(lossy)).isInstanceOf(Outcome.Failed.class));
    }

    @ParameterizedTest
    @EnumSource
    void aLossInTheClientIsNoticed(Loss loss) {
        try (ClientTarget target = ClientTarget.lossy(TRANSPARENT, VENDOR, VENDOR.uri(), loss)) {
            CHECKS.forEach(check -> check.run(target));

            assertThat(target.losses()).isNotEmpty();
        }
    }

    @Test
    void aGatewayThatRejectsTheUnknownFails() {
        Target closed = responding(request -> request.body().contains(UnknownMember.NAME)
                ? Message.response(400, "{\"error\":{\"param\":\"x\"}}")
                : passOn(request));

        assertThat(CHECKS.get(0).run(closed)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aGatewayThatClaimsToValidateAndPassesOnFails() {
        Profile validating = with(Feature.VALIDATES);
        Target open = new LossyGateway(validating, VENDOR, UnaryOperator.identity());

        assertThat(CHECKS.get(0).run(open))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.differences())
                        .anyMatch(line -> line.contains("expected 400")));
    }

    @Test
    void aGatewayThatAsksTheVendorTwiceFails() {
        Target twice = responding(request -> {
            passOn(request);
            return passOn(request);
        });

        assertThat(CHECKS.get(0).run(twice))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.differences())
                        .anyMatch(line -> line.contains("expected 1 request to the vendor, was 2")));
    }

    @Test
    void aSilentGatewayFailsAndOneThatRejectsEveryCallProvesNothing() {
        Target silent = responding(request -> {
            throw new NoResponseException("reset", new IOException());
        });
        Target closed = responding(request -> Message.response(401, "{}"));

        assertThat(CHECKS.get(0).run(silent)).isInstanceOf(Outcome.Failed.class);
        assertThat(CHECKS.get(0).run(closed)).isEqualTo(new Outcome.NotProven("the target responds with 401"));
    }

    private static Message passOn(Message request) {
        return new LossyGateway(TRANSPARENT, VENDOR, UnaryOperator.identity()).call(request);
    }

    private static Profile with(Feature feature) {
        return new Profile(
                "claims",
                "A gateway that claims more than it does",
                TRANSPARENT.dialect(),
                TRANSPARENT.endpoints(),
                TRANSPARENT.sessionTypes(),
                Set.of(feature),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private static Target responding(Function<Message, Message> response) {
        return new Target() {
            @Override
            public Profile profile() {
                return TRANSPARENT;
            }

            @Override
            public Optional<ScriptedVendor> vendor() {
                return Optional.of(VENDOR);
            }

            @Override
            public Message call(Message request) {
                return response.apply(request);
            }
        };
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }
}
