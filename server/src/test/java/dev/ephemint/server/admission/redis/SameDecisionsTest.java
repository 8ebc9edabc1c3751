package dev.ephemint.server.admission.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.MemoryAdmission;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/**
 * The same random history, in virtual time, gives the same decisions in memory and in Redis. The scripts are those of
 * production but for two expressions: the clock is read from a key, and keys do not expire by the server's own clock.
 */
class SameDecisionsTest {

    private static final int STEPS = 2_000;
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261126})
    void memoryAndRedisDecideAlike(long seed) {
        Decisions decisions = run(seed, Script.ADMIT.text(), Script.SETTLE.text());

        assertThat(decisions.firstDifference()).isEmpty();
        assertThat(decisions.kinds()).contains("Admitted", "Limited", "Repeated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "slot < current - SLOTS|slot <= current - SLOTS",
                "state.used >= limit.max then|state.used > limit.max then",
                "tonumber(seen[3]) > now|tonumber(seen[3]) > now + 4000",
                "longer > wait|longer < wait",
                "'-inf', now)|'-inf', now - 1000)",
                "open_ends(key, state.used - limit.max)|open_ends(key, state.used)",
                "'other', now|seen[2], now",
            })
    void aChangedScriptDecidesOtherwise(String expression, String changed) {
        Decisions decisions =
                run(1, VirtualScripts.replaced(Script.ADMIT.text(), expression, changed), Script.SETTLE.text());

        assertThat(decisions.firstDifference()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "not settled.minted or|false or",
                "settled.expires <= now|settled.expires <= now + 5000",
                "if not id or id == settled.id|if true",
                "'state', 'minted'|'state', 'running'",
            })
    void aChangedSettlementDecidesOtherwise(String expression, String changed) {
        Decisions decisions =
                run(1, Script.ADMIT.text(), VirtualScripts.replaced(Script.SETTLE.text(), expression, changed));

        assertThat(decisions.firstDifference()).isPresent();
    }

    private static Decisions run(long seed, String admit, String settle) {
        SettableClock clock = new SettableClock(START);
        MemoryAdmission memory = new MemoryAdmission(clock, Mode.SHARED);
        RandomHistory history = new RandomHistory(seed);
        Decisions decisions = new Decisions(new ArrayList<>(), new ArrayList<>());
        try (Jedis client = redis.client();
                Scripts scripts = new PooledScripts(redis.server())) {
            client.flushAll();
            RedisAdmission shared = new RedisAdmission(
                    scripts, VirtualScripts.of(admit), VirtualScripts.of(settle), OptionalInt.of(1_000));
            for (int i = 0; i < STEPS; i++) {
                clock.advance(Duration.ofMillis(history.pause()));
                VirtualScripts.setTime(client, clock.millis());
                if (history.settles(clock.millis())) {
                    Claim claim = history.settled();
                    Settlement settlement = history.settlement(claim, clock.millis());
                    memory.settle(claim, settlement, Deadline.none());
                    shared.settle(claim, settlement, Deadline.none());
                } else {
                    Claim claim = history.claim();
                    if (decisions.add(memory.admit(claim, Deadline.none()), shared.admit(claim, Deadline.none()))) {
                        history.admitted(claim, clock.millis());
                    }
                }
            }
        }
        return decisions;
    }

    private record Decisions(List<Decision> memory, List<Decision> redis) {

        boolean add(Decision one, Decision other) {
            memory.add(one);
            redis.add(other);
            return one instanceof Admitted;
        }

        /** Both decisions. */
        Optional<String> firstDifference() {
            return IntStream.range(0, memory.size())
                    .filter(i -> !memory.get(i).equals(redis.get(i)))
                    .mapToObj(i -> "decision " + i + ": memory " + memory.get(i) + ", redis " + redis.get(i))
                    .findFirst();
        }

        List<String> kinds() {
            return memory.stream()
                    .map(decision -> decision.getClass().getSimpleName())
                    .distinct()
                    .toList();
        }
    }
}
