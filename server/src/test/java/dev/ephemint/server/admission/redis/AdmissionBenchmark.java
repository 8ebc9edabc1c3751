package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Claims;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.ScopeLimits;
import dev.ephemint.server.admission.Window;
import dev.ephemint.server.mint.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Admissions of one caller through two clients with a real Redis: two windows, open tokens, a record each. Prints how many a second
 * and the 99th percentile of one. Arguments: threads for each client, seconds, then options of {@code redis-server}.
 */
public final class AdmissionBenchmark {

    private static final Limits LIMITS = new Limits(
            new ScopeLimits(
                    List.of(
                            new Window(Integer.MAX_VALUE, Duration.ofMinutes(1)),
                            new Window(Integer.MAX_VALUE, Duration.ofDays(1))),
                    Optional.of(Integer.MAX_VALUE)),
            ScopeLimits.NONE);

    private AdmissionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        String[] options = Arrays.copyOfRange(arguments, 2, arguments.length);
        Path folder = Files.createTempDirectory("ephemint-benchmark");
        try (RedisProcess redis = RedisProcess.start(folder, options);
                RedisAdmission one = new RedisAdmission(redis.server(), OptionalInt.of(100_000));
                RedisAdmission other = new RedisAdmission(redis.server(), OptionalInt.of(100_000))) {
            run(List.of(one, other), threads, time.dividedBy(2));
            long[] nanos = run(List.of(one, other), threads, time);
            Arrays.sort(nanos);
            System.out.printf(
                    "2 x %d threads %s: %d admissions/s, p50 %.1f ms, p99 %.1f ms%n",
                    threads,
                    Arrays.toString(options),
                    nanos.length / time.toSeconds(),
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6);
        }
    }

    private static long[] run(List<RedisAdmission> clients, int threads, Duration time) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads * clients.size());
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < threads * clients.size(); i++) {
                RedisAdmission client = clients.get(i % clients.size());
                all.add(pool.submit(() -> admitUntil(client, end)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> some : all) {
                nanos.addAll(some.get());
            }
            return nanos.stream().mapToLong(Long::longValue).toArray();
        } finally {
            pool.shutdown();
        }
    }

    private static List<Long> admitUntil(RedisAdmission client, long end) {
        List<Long> nanos = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            Claim claim = Claims.of("hot", LIMITS);
            client.admit(claim, Deadline.none());
            nanos.add(System.nanoTime() - now);
            client.settle(claim, Claims.failed(), Deadline.none());
        }
        return nanos;
    }
}
