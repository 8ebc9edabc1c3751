package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A wrong gateway that the kit does not catch, or catches for another reason than the pinned one, fails the build. */
final class WrongGatewaysTest {
    private static final Path DATA = Path.of("src/test/resources/wrong");
    private static final Profile PROFILE = profile("pass-through");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Predicate<Check> ALL = check -> !check.id().startsWith("matrix/");
    private static final Predicate<Check> SILENT = check -> check.id().startsWith("fault/silent");
    private static final int AT_ONCE = 4;

    @Test
    void correctGatewayPassesEachCheck() {
        Verdicts verdicts = verdicts(PassThroughGateway::new, PROFILE);

        assertThat(verdicts.others()).isEmpty();
        assertThat(verdicts.passed()).hasSizeGreaterThan(90);
    }

    @Test
    void eachWrongGatewayIsCaughtByThePinnedRequirements() throws Exception {
        Map<String, List<String>> failed = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<Verdicts>> runs = new LinkedHashMap<>();
            WrongGateways.all()
                    .forEach((name, start) -> runs.put(name, threads.submit(() -> verdicts(start, PROFILE))));
            for (Map.Entry<String, Future<Verdicts>> run : runs.entrySet()) {
                failed.put(run.getKey(), List.copyOf(run.getValue().get().failed()));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(failed).isEqualTo(PinnedVerdicts.of("gateways"));
        assertThat(failed.values())
                .allSatisfy(requirements -> assertThat(requirements).isNotEmpty());
    }

    /** With any deadline: it never responds if its vendor is silent. */
    @Test
    void slowGatewayFailsTheCheckWithASilentVendorOnly() {
        Function<URI, PassThroughGateway> slow = WrongGateways::slow;

        assertThat(verdicts(slow, PROFILE, LONG, ALL.and(SILENT.negate())).failed())
                .isEmpty();
        assertThat(verdicts(slow, PROFILE, Duration.ofMillis(200), SILENT).failed())
                .containsExactly("REQ-FAULT-02");
    }

    @Test
    void gatewayThatStatesNoLifetimeFailsTheOneCheckOfIt() {
        Profile stating = profile("pass-through-stating");

        assertThat(verdicts(WrongGatewaysTest::stating, stating).others()).isEmpty();
        assertThat(verdicts(PassThroughGateway::new, stating).failed()).containsExactly("REQ-LIFE-04");
    }

    private static PassThroughGateway stating(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            JsonNode requestTree(JsonNode sent) {
                if (!sent.has("expires_after")) {
                    ((ObjectNode) sent)
                            .putObject("expires_after")
                            .put("anchor", "created_at")
                            .put("seconds", 600);
                }
                return sent;
            }
        };
    }

    private static Verdicts verdicts(Function<URI, PassThroughGateway> start, Profile profile) {
        return verdicts(start, profile, LONG, ALL);
    }

    private static Verdicts verdicts(
            Function<URI, PassThroughGateway> start, Profile profile, Duration deadline, Predicate<Check> selected) {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                PassThroughGateway gateway = start.apply(vendor.uri())) {
            return Verdicts.of(
                    new TestTarget(gateway.uri(), profile, Optional.of(vendor), new HttpCaller(deadline)), selected);
        }
    }

    private static Profile profile(String name) {
        return Profiles.of(DATA.resolve(name + ".yaml").toString());
    }
}
