package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.Latencies;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs each form with a clock that load, starts and waits advance: as slow as measured on two shared cores, with rates that never
 * get steady, so that every warm-up takes as long as it may.
 */
final class PlanTest {
    private static final Duration LONGEST = Duration.ofSeconds(1_725);
    /** The measure of the clients, whose processes are not replaced here: four pairs of them. */
    private static final int CLIENT_MILLIS = 121_000;

    private static final Set<String> TAIL = Set.of("express", "portkey");
    private static final Map<String, Integer> BURST_MILLIS = Map.of(
            "direct", 500, "nginx", 900, "gomodel", 2_200, "go-proxy", 1_500, "express", 6_600, "portkey", 8_900);
    private static final Map<String, Integer> START_MILLIS = Map.of(
            "direct", 0, "nginx", 50, "gomodel", 60, "go-proxy", 50, "express", 450, "portkey", 600, "litellm", 13_700);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong windows = new AtomicLong();

    private final class FakeVendor implements Vendor {
        @Override
        public URI uri() {
            return URI.create("http://vendor/");
        }

        @Override
        public void delay(Duration delay) {
            pass(2);
        }

        @Override
        public long arrived() {
            return arrived.get();
        }

        @Override
        public void awaitQuiet() {
            pass(5_000);
        }
    }

    private final class FakeTarget implements Target {
        private final String id;

        private FakeTarget(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public boolean isFlat() {
            return false;
        }

        @Override
        public RunningTarget start(Setup setup) {
            int millis = START_MILLIS.getOrDefault(id, 3_500);
            pass(millis);
            Mint mint = new Mint(URI.create("http://" + id + "/" + windows.incrementAndGet()), Map.of(), "");
            return new RunningTarget(
                    this, "", mint, ProcessHandle.current(), Duration.ofMillis(millis), () -> pass(500));
        }
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    /** The generator's own start included. */
    private LoadResult load(LoadPlan plan, Mint mint) {
        String target = mint.address().getHost();
        int tail = 0;
        if (plan.model() == LoadPlan.Model.BURST) {
            tail = BURST_MILLIS.getOrDefault(target, 5_000) * plan.connections() / 5_000 + 400;
        } else if (plan.rate() >= 1_000 && TAIL.contains(target)) {
            tail = 5_000;
        }
        pass(plan.time().toMillis() + tail + 150);
        long minted = 1_000 * (1 + windows.incrementAndGet() % 2);
        arrived.addAndGet(minted);
        return new LoadResult(
                Math.max(1, plan.time().toMillis()) / 1e3, Map.of("200", minted), new Latencies(Map.of(1L, minted)));
    }

    private Session run(Plan plan, Stream<String> ids) {
        List<Target> targets = ids.<Target>map(FakeTarget::new).toList();
        Deadline deadline = new Deadline(nanos::get, plan.limit());
        Session session =
                new Session(plan, targets, new Session.Equipment(this::load, new FakeVendor()), deadline, line -> {});
        ClientProgram none = new ClientProgram(Path.of(""), Path.of(""), List.of());
        for (Measure measure : Measures.all(plan, new Bodies(Path.of("bench/bodies")), none, (process, part) -> {
            part.run();
            pass(5_000);
            return Map.of("Jersey", 1.0);
        })) {
            if (!measure.id().equals("client")) {
                measure.run(session);
            } else if (plan.form().equals("long")) {
                pass(CLIENT_MILLIS);
            }
        }
        return session;
    }

    private static Stream<String> ids(String... own) {
        return Stream.concat(Stream.of("direct", "nginx", "gomodel", "go-proxy", "express", "portkey"), Stream.of(own));
    }

    private static Map<String, Long> counts(Session session) {
        return session.samples().all().stream().collect(Collectors.groupingBy(Sample::measure, Collectors.counting()));
    }

    @Test
    void longFormEndsInTimeWithoutLosingARound() {
        Session session = run(
                Plan.LONG,
                ids(
                        "litellm",
                        "ephemint-17",
                        "ephemint-17-small",
                        "ephemint-25",
                        "ephemint-25-small",
                        "ephemint-25-flat"));

        assertThat(session.notes()).isEmpty();
        assertThat(counts(session))
                .isEqualTo(Map.of(
                        "start",
                        22L,
                        "throughput",
                        33L,
                        "latency",
                        48L,
                        "body",
                        36L,
                        "profile",
                        2L,
                        "callers",
                        9L,
                        "in-flight",
                        48L,
                        "pool",
                        3L));
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(LONGEST);
        assertThat(Plan.LONG.limit()).isGreaterThan(LONGEST);
    }

    @Test
    void longFormWarmsUpEachBusyTargetForAMinuteAndASmallOneForLess() {
        Session session = run(Plan.LONG, ids("ephemint-25", "ephemint-25-small"));

        assertThat(Plan.LONG.warmUp().busy().least()).isEqualTo(Duration.ofMinutes(1));
        assertThat(session.samples().all().stream()
                        .filter(sample -> sample.target().equals("ephemint-25")))
                .isNotEmpty()
                .allMatch(sample -> sample.values().getOrDefault(Value.WARM_UP_S, 0.0) >= 60);
        assertThat(session.samples().spread("throughput", "", "ephemint-25-small", Value.WARM_UP_S))
                .hasValueSatisfying(seconds -> assertThat(seconds.median()).isBetween(20.0, 30.0));
    }

    @Test
    void oneCallerAndManyAreEquallyWarm() {
        Session session = run(Plan.LONG, ids("ephemint-17", "ephemint-25"));

        assertThat(session.samples().spread("callers", "1", "ephemint-25", Value.WARM_UP_S))
                .isPresent()
                .isEqualTo(session.samples().spread("callers", "1000", "ephemint-25", Value.WARM_UP_S));
    }

    @Test
    void shortFormEndsInTimeWithoutLosingARound() {
        Session session = run(Plan.SHORT, ids("ephemint-25", "ephemint-25-small"));

        assertThat(session.notes()).isEmpty();
        assertThat(counts(session)).containsEntry("pool", 2L).containsEntry("callers", 4L);
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Plan.SHORT.limit());
    }

    @Test
    void runThatTakesLongerLosesRoundsAndSaysSo() {
        Plan hurried = new Plan(
                "long",
                Duration.ofMinutes(10),
                Plan.LONG.rounds(),
                Plan.LONG.warmUp(),
                Plan.LONG.load(),
                Plan.LONG.profile(),
                Plan.LONG.rates(),
                Plan.LONG.bursts(),
                Plan.LONG.bodies(),
                Plan.LONG.callers(),
                Plan.LONG.models());

        assertThat(run(hurried, ids("ephemint-25")).notes())
                .contains("pool: the time for the whole run was over before its last round.");
    }
}
