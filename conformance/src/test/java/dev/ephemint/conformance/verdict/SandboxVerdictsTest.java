package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit in front of Ephemint's server with its built-in sandbox, whose sockets it opens. */
final class SandboxVerdictsTest {
    private static final int SOCKET_CHECKS_OF_A_DIALECT = 7;

    @Test
    void profileOfTheSandboxPasses() {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0"))) {
            Verdicts verdicts = Verdicts.of(target(facade, Profiles.of("ephemint-sandbox")));

            assertThat(verdicts.others()).isEmpty();
            assertThat(verdicts.passed())
                    .hasSizeGreaterThan(60)
                    .filteredOn(id -> id.startsWith("socket/"))
                    .hasSize(SOCKET_CHECKS_OF_A_DIALECT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void socketsOfEachDialectPass(TargetDialect dialect) {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            Verdicts verdicts = Verdicts.of(
                    target(facade, withSockets(Profiles.of("ephemint-" + dialect.id()))),
                    check -> check.id().startsWith("socket/"));

            assertThat(verdicts.others()).isEmpty();
            assertThat(verdicts.passed()).hasSize(SOCKET_CHECKS_OF_A_DIALECT);
        }
    }

    private static TestTarget target(Gateway.Running facade, Profile profile) {
        return new TestTarget(facade.uri(), profile, Optional.empty(), new HttpCaller(Duration.ofMinutes(5)));
    }

    private static Profile withSockets(Profile profile) {
        Set<Feature> features = new HashSet<>(profile.features());
        features.add(Feature.SOCKETS);
        return new Profile(
                profile.name(),
                profile.title(),
                profile.dialect(),
                profile.endpoints(),
                profile.sessionTypes(),
                features,
                profile.headers(),
                profile.models(),
                profile.upstream());
    }
}
