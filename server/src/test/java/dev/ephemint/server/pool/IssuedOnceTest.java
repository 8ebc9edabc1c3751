package dev.ephemint.server.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However callers, refills, expiry and the end come together: no token is issued twice, and none too old. */
final class IssuedOnceTest {

    private static final int CALLERS = 6;
    private static final int MINTS = 400;

    private final PoolFixture vendor = new PoolFixture();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void manyCallersAtOnceGetDifferentTokens(long seed) throws Exception {
        int size = 1 + new Random(seed).nextInt(20);
        PoolPolicy pool = vendor.pool(size);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicLong twice = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(CALLERS + 1);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < MINTS; i++) {
                        String value = mint.mint(MintRequest.of(PoolFixture.BODY))
                                .value()
                                .reveal();
                        if (!seen.add(value)) {
                            twice.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            running.add(threads.submit(() -> {
                together.await();
                for (int i = 0; i < MINTS; i++) {
                    vendor.runs.refill.run();
                    vendor.pass(Duration.ofSeconds(i % 7 == 0 ? 30 : 0));
                }
                return null;
            }));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        vendor.runs.refill.run();
        for (int i = 0; i <= size; i++) {
            seen.add(mint.mint(MintRequest.of(PoolFixture.BODY)).value().reveal());
        }

        assertThat(twice).hasValue(0);
        assertThat(seen).hasSize(CALLERS * MINTS + size + 1);
        assertThat(vendor.events).contains("hit", "miss");
    }

    /** A random history by one thread, compared with what it may be. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void inAnyHistoryATokenIsNewAndYoungEnough(long seed) {
        Random random = new Random(seed);
        Mint mint = vendor.pool(1 + random.nextInt(5)).around(vendor);
        List<Long> begun = new ArrayList<>();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> vendor.pass(Duration.ofSeconds(random.nextInt(40)));
                case 1 -> vendor.runs.refill.run();
                default -> {
                    String value =
                            mint.mint(MintRequest.of(PoolFixture.BODY)).value().reveal();
                    assertThat(seen.add(value)).isTrue();
                    note(begun);
                    long age = vendor.nanos.get() - begun.get(number(value) - 1);
                    assertThat(age).isLessThan(Duration.ofMinutes(1).toNanos());
                }
            }
            note(begun);
        }
        assertThat(vendor.events).contains("hit", "miss", "dropped");
    }

    /** When each token that was minted since the last note began. */
    private void note(List<Long> begun) {
        while (begun.size() < vendor.asked.get()) {
            begun.add(vendor.nanos.get());
        }
    }

    private static int number(String value) {
        return Integer.parseInt(value.substring("ek_planted_".length()));
    }
}
