package dev.ephemint.server.admission.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.CallStore;
import dev.ephemint.server.admission.CallStore.OpenedCall;
import dev.ephemint.server.admission.MemoryCalls;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/** Calls in Redis, in virtual time and beside those in memory. */
final class RedisCallsTest {

    private static final Deadline NONE = Deadline.none();

    private static RedisProcess redis;

    @BeforeAll
    static void start(@TempDir Path folder) {
        redis = RedisProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void memoryAndRedisKnowTheSameCalls() {
        assertThat(differences(Script.CALLS.text())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tonumber(untilTime) > now|true",
                "now + call.kept, call.id|now, call.id",
                "call.id, call.upstream|call.id, 'x'"
            })
    void aChangedScriptKnowsOthers(String expression, String changed) {
        assertThat(differences(VirtualScripts.replaced(Script.CALLS.text(), expression, changed)))
                .isPositive();
    }

    private static int differences(String script) {
        SettableClock clock = new SettableClock();
        MemoryCalls memory = new MemoryCalls(clock);
        Random random = new Random(19);
        int differences = 0;
        try (Jedis client = redis.client();
                Scripts scripts = new PooledScripts(redis.server())) {
            client.flushAll();
            CallStore shared = calls(scripts, script, OptionalInt.empty());
            for (int i = 0; i < 1_000; i++) {
                clock.advance(Duration.ofSeconds(random.nextInt(240)));
                VirtualScripts.setTime(client, clock.millis());
                String caller = "caller" + random.nextInt(2);
                String id = "rtc_" + random.nextInt(30);
                if (random.nextBoolean()) {
                    OpenedCall call = new OpenedCall(caller, id, "upstream" + random.nextInt(3));
                    memory.keep(call, Map::of, NONE);
                    shared.keep(call, Map::of, NONE);
                } else if (!memory.upstream(caller, id, NONE).equals(shared.upstream(caller, id, NONE))) {
                    differences++;
                }
            }
        }
        return differences;
    }

    @Test
    void aCallerKeepsTheNewestOnly() {
        try (Scripts scripts = new PooledScripts(redis.server());
                Jedis client = redis.client()) {
            client.flushAll();
            CallStore unit = calls(
                    scripts, VirtualScripts.replaced(Script.CALLS.text(), "-call.most - 1", "-3"), OptionalInt.empty());
            for (int i = 1; i <= 3; i++) {
                VirtualScripts.setTime(client, i);
                unit.keep(new OpenedCall("a", "rtc_" + i, "one"), Map::of, NONE);
            }

            assertThat(unit.upstream("a", "rtc_1", NONE)).isEmpty();
            assertThat(unit.upstream("a", "rtc_2", NONE)).contains("one");
            assertThat(client.hlen("ephemint:1:{a}:call-upstreams")).isEqualTo(2);
        }
    }

    @Test
    void everyKeyExpiresAndCallsOfAnotherCallerAreUnknown() {
        try (RedisAdmission store = new RedisAdmission(redis.server(), OptionalInt.empty());
                Jedis client = redis.client()) {
            client.flushAll();
            CallStore unit = store.calls();
            unit.keep(new OpenedCall("a b}", "rtc_1", "one"), Map::of, NONE);
            unit.record("a b}", () -> Map.of("event", "hung_up"), NONE);

            assertThat(client.keys("*"))
                    .containsExactlyInAnyOrder("ephemint:1:{a+b%7D}:calls", "ephemint:1:{a+b%7D}:call-upstreams")
                    .allMatch(key -> client.pttl(key) > CallStore.KEPT.toMillis());
            assertThat(unit.upstream("a b}", "rtc_1", NONE)).isEqualTo(Optional.of("one"));
            assertThat(unit.upstream("a", "rtc_1", NONE)).isEmpty();
        }
    }

    @Test
    void theStreamHasEachRecord() {
        try (RedisAdmission store = new RedisAdmission(redis.server(), OptionalInt.of(100));
                Jedis client = redis.client()) {
            client.flushAll();
            CallStore unit = store.calls();
            unit.keep(new OpenedCall("a", "rtc_1", "one"), () -> Map.of("event", "called"), NONE);
            unit.upstream("a", "rtc_1", NONE);
            unit.record("a", () -> Map.of("event", "hung_up"), NONE);

            assertThat(client.xrange("ephemint:1:{a}:audit", (StreamEntryID) null, null))
                    .extracting(entry -> entry.getFields().get("event"))
                    .isEqualTo(List.of("called", "hung_up"));
        }
    }

    private static CallStore calls(Scripts scripts, String script, OptionalInt auditLength) {
        return new RedisCalls(scripts, VirtualScripts.of(script), new ClaimJson(auditLength));
    }
}
