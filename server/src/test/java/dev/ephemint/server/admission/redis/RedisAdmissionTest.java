package dev.ephemint.server.admission.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Claims;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

class RedisAdmissionTest {

    private static final Deadline DEADLINE = Deadline.none();

    private final Path folder;

    RedisAdmissionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void twoClientsHoldOneLimitUnderConcurrentLoad() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                RedisAdmission one = admission(redis);
                RedisAdmission other = admission(redis)) {
            assertThat(admitted(List.of(one, other), Claims.perMinute(300), 400))
                    .isEqualTo(300);
            assertThat(admitted(List.of(one, other), Claims.open(50), 400)).isEqualTo(50);
        }
    }

    @Test
    void everyKeyExpiresAndBelongsToOneCallerInThisVersion() {
        try (RedisProcess redis = RedisProcess.start(folder);
                RedisAdmission unit = admission(redis);
                Jedis client = redis.client()) {
            Claim claim = Claims.with(Claims.of("a b}", Claims.perMinute(1)), "key", "digest");
            unit.admit(claim, DEADLINE);
            Claim open = Claims.of("a b}", Claims.open(1));
            unit.admit(open, DEADLINE);
            unit.settle(open, Claims.minted(System.currentTimeMillis() + 60_000), DEADLINE);

            assertThat(client.keys("*"))
                    .hasSize(4)
                    .allMatch(key -> key.startsWith("ephemint:1:{a+b%7D}:"))
                    .allMatch(key -> key.endsWith(":audit") || client.pttl(key) > 0);
        }
    }

    @Test
    void recordsEachMintInTheCallersStream() {
        try (RedisProcess redis = RedisProcess.start(folder);
                RedisAdmission unit = admission(redis);
                Jedis client = redis.client()) {
            Claim claim = Claims.of("a", Claims.perMinute(1));
            unit.admit(claim, DEADLINE);
            unit.settle(claim, Claims.failed(), DEADLINE);
            unit.admit(Claims.of("a", Claims.perMinute(1)), DEADLINE);

            assertThat(client.xrange("ephemint:1:{a}:audit", (StreamEntryID) null, null))
                    .extracting(StreamEntry::getFields)
                    .extracting(fields -> fields.get("event"))
                    .containsExactly("admitted", "failed");
        }
    }

    @Test
    void loadsItsScriptsAgainAfterTheServerForgotThem() {
        try (RedisProcess redis = RedisProcess.start(folder);
                RedisAdmission unit = admission(redis);
                Jedis client = redis.client()) {
            unit.admit(Claims.of("a", Limits.NONE), DEADLINE);
            client.scriptFlush();

            assertThat(unit.admit(Claims.of("a", Limits.NONE), DEADLINE)).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void oneNodeOfAClusterHoldsTheKeysOfACaller() {
        try (RedisProcess redis = RedisProcess.start(folder, "--cluster-enabled", "yes");
                RedisAdmission unit = admission(redis);
                Jedis client = redis.client()) {
            client.clusterAddSlotsRange(0, 16_383);
            awaitCluster(client);
            Claim claim = Claims.with(Claims.of("{x} caller", "user", ALL), "key", "digest");

            assertThat(unit.admit(claim, DEADLINE)).isInstanceOf(Admitted.class);
            unit.settle(claim, Claims.failed(), DEADLINE);
            assertThat(client.keys("*"))
                    .extracting(client::clusterKeySlot)
                    .containsOnly(client.clusterKeySlot("{%7Bx%7D+caller}"));
        }
    }

    @Test
    void aPasswordIsUsedAndNeverShown() {
        Secret password = new Secret("a-password-of-this-test");
        try (RedisProcess redis = RedisProcess.start(folder, "--requirepass", password.reveal())) {
            RedisServer with = new RedisServer(redis.uri(), Optional.of(password), Duration.ofSeconds(5), 1);
            try (RedisAdmission unit = new RedisAdmission(with, OptionalInt.empty());
                    RedisAdmission without = admission(redis)) {
                assertThat(unit.admit(Claims.of("a", Limits.NONE), DEADLINE)).isInstanceOf(Admitted.class);
                assertThatExceptionOfType(StoreAwayException.class)
                        .isThrownBy(() -> without.admit(Claims.of("a", Limits.NONE), DEADLINE))
                        .withMessage("NOAUTH");
                assertThat(with.toString()).doesNotContain(password.reveal());
            }
        }
    }

    @Test
    void aDeadServerIsReportedAndARestartedOneIsUsedAgain() {
        try (RedisProcess redis = RedisProcess.start(folder);
                RedisAdmission unit = admission(redis)) {
            unit.admit(Claims.of("a", Limits.NONE), DEADLINE);
            redis.kill();
            assertThatExceptionOfType(StoreAwayException.class)
                    .isThrownBy(() -> unit.admit(Claims.of("a", Limits.NONE), DEADLINE));

            redis.restart();
            assertThat(unit.admit(Claims.of("a", Limits.NONE), DEADLINE)).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void aRestartForgetsCountsUnlessTheyArePersistent() {
        try (RedisProcess redis = RedisProcess.start(folder, "--appendonly", "yes", "--appendfsync", "always");
                RedisAdmission unit = admission(redis)) {
            unit.admit(Claims.of("a", Claims.perMinute(1)), DEADLINE);
            redis.kill();
            redis.restart();
            assertThat(afterReconnect(unit)).isInstanceOf(Limited.class);
        }
    }

    private static Object afterReconnect(RedisAdmission unit) {
        try {
            return unit.admit(Claims.of("a", Claims.perMinute(1)), DEADLINE);
        } catch (StoreAwayException stale) {
            return unit.admit(Claims.of("a", Claims.perMinute(1)), DEADLINE);
        }
    }

    private static final Limits ALL =
            new Limits(Claims.perMinute(5).caller(), Claims.open(5).caller());

    private static void awaitCluster(Jedis client) {
        while (!client.clusterInfo().contains("cluster_state:ok")) {
            Thread.onSpinWait();
        }
    }

    private static RedisAdmission admission(RedisProcess redis) {
        return new RedisAdmission(redis.server(), OptionalInt.of(1_000));
    }

    private static long admitted(List<RedisAdmission> replicas, Limits limits, int requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            String caller = limits.toString();
            List<Callable<Boolean>> calls = IntStream.range(0, requests)
                    .mapToObj(i -> (Admission) replicas.get(i % replicas.size()))
                    .<Callable<Boolean>>map(
                            replica -> () -> replica.admit(Claims.of(caller, limits), DEADLINE) instanceof Admitted)
                    .toList();
            long admitted = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                admitted += call.get() ? 1 : 0;
            }
            return admitted;
        } finally {
            threads.shutdown();
        }
    }
}
