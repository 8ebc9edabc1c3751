package dev.ephemint.conformance.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.family.CallerChecks;
import dev.ephemint.conformance.family.CanaryChecks;
import dev.ephemint.conformance.family.ConnectChecks;
import dev.ephemint.conformance.family.ErrorChecks;
import dev.ephemint.conformance.family.FaultChecks;
import dev.ephemint.conformance.family.IdempotencyChecks;
import dev.ephemint.conformance.family.LimitChecks;
import dev.ephemint.conformance.family.MemberChecks;
import dev.ephemint.conformance.family.MintChecks;
import dev.ephemint.conformance.family.RefusalChecks;
import dev.ephemint.conformance.family.ScenarioChecks;
import dev.ephemint.conformance.family.SecretChecks;
import dev.ephemint.conformance.family.SocketChecks;
import dev.ephemint.conformance.family.TapeChecks;
import dev.ephemint.conformance.family.UnavailableChecks;
import dev.ephemint.conformance.family.UpstreamChecks;
import dev.ephemint.conformance.matrix.Matrix;
import dev.ephemint.conformance.scenario.Scenarios;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Every check of the kit. */
public final class Checks {
    private Checks() {}

    /** In the order in which they run. */
    public static List<Check> all() {
        return all(Clock.systemUTC());
    }

    /** @param clock the gateway's, by which recorded tokens are given a time to expire */
    public static List<Check> all(Clock clock) {
        List<Tape> tapes = Tapes.in(KitData.path("tapes"));
        return Stream.of(
                        CanaryChecks.all(),
                        MintChecks.all(clock),
                        ErrorChecks.all(),
                        CallerChecks.all(),
                        IdempotencyChecks.all(),
                        LimitChecks.all(),
                        UnavailableChecks.all(),
                        ConnectChecks.all(),
                        SocketChecks.all(),
                        UpstreamChecks.all(),
                        TapeChecks.all(tapes, clock),
                        MemberChecks.all(cases("members"), clock),
                        RefusalChecks.all(tapes, cases("refusals")),
                        SecretChecks.all(),
                        FaultChecks.all(),
                        Matrix.checks(),
                        scenarios(clock))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Check> scenarios(Clock clock) {
        return ScenarioChecks.all(Scenarios.in(KitData.path("scenarios")), KitData.path("scenarios"), clock);
    }

    private static JsonNode cases(String name) {
        try {
            return new YAMLMapper().readTree(Files.readString(KitData.path("cases/" + name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
