package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkloadTokenTest {

    private static final CredentialUnavailable NONE =
            new CredentialUnavailable("no access token could be obtained for this machine's identity");

    private final Path file;
    private final List<Secret> used = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-26T00:00:00Z");
    private volatile Runnable meanwhile = () -> {};
    private TokenEndpoint endpoint;
    private WorkloadToken unit;

    WorkloadTokenTest(@TempDir Path folder) {
        this.file = folder.resolve("token");
    }

    @BeforeEach
    void start() throws Exception {
        Files.writeString(file, TokenEndpoint.IDENTITY + "\n");
        endpoint = TokenEndpoint.start();
        endpoint.grant("at_1", 3600);
        InstantSource time = () -> now;
        unit = new WorkloadToken(
                new IdentityRequest(endpoint.uri(), file, "jwt", "idp_1", "sa_1"),
                Map.of("openai-project", "proj_1"),
                (call, deadline) -> {
                    meanwhile.run();
                    return endpoint.send(call, deadline);
                },
                used::add,
                time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        assertThat(endpoint.faults()).isEmpty();
        endpoint.close();
    }

    @Test
    void exchangesTheIdentityOnceAndSignsWithTheAccessToken() {
        assertThat(unit.authentication()).isEqualTo(Map.of("authorization", "Bearer at_1", "openai-project", "proj_1"));
        assertThat(unit.authentication(Deadline.within(Duration.ofSeconds(5))))
                .containsEntry("authorization", "Bearer at_1");
        assertThat(unit.headers()).containsExactlyInAnyOrder("authorization", "openai-project");
        assertThat(endpoint.asked()).isOne();
    }

    @Test
    void reportsEverySecretAndPrintsNone() {
        unit.probe();

        assertThat(used).containsExactly(new Secret(TokenEndpoint.IDENTITY), new Secret("at_1"));
        assertThat(unit.toString()).doesNotContain("at_1").doesNotContain("planted");
        assertThat(unit.describe().kind()).isEqualTo("workload-identity");
        assertThat(unit.describe().expiry()).contains(now.plusSeconds(3600));
    }

    @Test
    void renewsTwentyMinutesBeforeTheEndWithTheIdentityOfThen() {
        unit.probe();
        endpoint.grant("at_2", 3600);

        now = now.plus(Duration.ofMinutes(39));
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_2");
    }

    @Test
    void renewsAtHalfOfAShortLife() {
        endpoint.grant("at_1", 60);
        unit.probe();
        endpoint.grant("at_2", 60);

        now = now.plusSeconds(29);
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");
        now = now.plusSeconds(1);
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_2");
    }

    @Test
    void keepsTheLastTokenUntilItExpiresAndAsksRarely() {
        unit.probe();
        endpoint.respond(503, "");
        now = now.plus(Duration.ofMinutes(45));

        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");
        assertThat(endpoint.asked()).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(15));
        assertThat(Fixtures.failureOf(unit::authentication)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'invalid_grant'}",
                "401 | {'error':'invalid_client'}",
                "302 | {}",
                "200 | not JSON",
                "200 | {}",
                "200 | {'access_token':'at_1'}",
                "200 | {'access_token':'at_1','expires_in':0}",
                "200 | {'access_token':'at_1','expires_in':'3600'}",
                "200 | {'access_token':'two words','expires_in':3600}",
                "200 | {'access_token':7,'expires_in':-1}",
            })
    void isUnavailableWithoutATokenAndPausesBeforeTheNextAttempt(int status, String body) {
        endpoint.respond(status, body.replace('\'', '"'));

        assertThat(Fixtures.failureOf(unit::probe)).isEqualTo(NONE);
        assertThat(Fixtures.failureOf(unit::probe)).isEqualTo(NONE);
        assertThat(endpoint.asked()).isOne();

        endpoint.grant("at_2", 3600);
        now = now.plusSeconds(10);
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_2");
    }

    @Test
    void isUnavailableWithoutAnIdentity() throws Exception {
        Files.delete(file);

        assertThat(Fixtures.failureOf(unit::probe)).isEqualTo(NONE);

        Files.writeString(file, "two words");
        now = now.plusSeconds(10);
        assertThat(Fixtures.failureOf(unit::probe)).isEqualTo(NONE);
        assertThat(endpoint.asked()).isZero();
    }

    @Test
    void isUnavailableIfTheEndpointIsAway() {
        endpoint.goAway();

        assertThat(Fixtures.failureOf(unit::probe)).isEqualTo(NONE);
    }

    @Test
    void exchangesAgainAfterTheVendorRejectedTheTokenUnlessItIsNew() {
        unit.probe();
        endpoint.grant("at_2", 3600);

        unit.rejected();
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");

        now = now.plusSeconds(11);
        unit.rejected();
        unit.rejected();
        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_2");
    }

    @Test
    void theLastTokenSignsWhileAnotherThreadRenewsIt() {
        unit.probe();
        endpoint.grant("at_2", 3600);
        now = now.plus(Duration.ofMinutes(40));
        List<Map<String, String>> signed = new CopyOnWriteArrayList<>();
        meanwhile = () ->
                signed.add(CompletableFuture.supplyAsync(unit::authentication).join());

        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_2");
        assertThat(signed).singleElement().satisfies(headers -> assertThat(headers)
                .containsEntry("authorization", "Bearer at_1"));
    }

    @Test
    void aCallerWithoutTimeLeftDoesNotWaitForTheExchangeOfAnother() {
        List<MintFailure> failures = new CopyOnWriteArrayList<>();
        meanwhile = () -> failures.add(CompletableFuture.supplyAsync(
                        () -> Fixtures.failureOf(() -> unit.authentication(Deadline.within(Duration.ZERO))))
                .join());

        assertThat(unit.authentication()).containsEntry("authorization", "Bearer at_1");
        assertThat(failures).containsExactly(NONE);
    }

    @Test
    void aThreadThatIsStoppedGetsNoTokenAndStaysStopped() {
        Thread.currentThread().interrupt();

        assertThat(Fixtures.failureOf(unit::authentication)).isEqualTo(NONE);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void callersAtOnceShareOneExchange() {
        List<CompletableFuture<Map<String, String>>> callers = IntStream.range(0, 16)
                .mapToObj(caller -> CompletableFuture.supplyAsync(unit::authentication))
                .toList();

        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.join()).containsEntry("authorization", "Bearer at_1"));
        assertThat(endpoint.asked()).isOne();
    }
}
