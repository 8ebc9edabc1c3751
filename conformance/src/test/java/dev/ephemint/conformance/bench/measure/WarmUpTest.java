package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.bench.rig.Latencies;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final Mint MINT = new Mint(URI.create("http://127.0.0.1:1/"), Map.of(), "{}");
    private static final WarmTimes.Limits LONG = WarmTimes.Limits.ofMillis(0, 90_000);

    private final List<LoadPlan> windows = new ArrayList<>();

    private LoadResult load(LoadPlan plan, long rate) {
        windows.add(plan);
        double seconds = plan.time().toMillis() / 1e3;
        long minted = Math.round(rate * seconds);
        return new LoadResult(seconds, Map.of("200", minted), new Latencies(Map.of(1L, minted)));
    }

    /** With these rates in turn, the last of them for ever. */
    private WarmUp.Result at(WarmTimes.Limits limits, long... rates) {
        AtomicInteger own = new AtomicInteger();
        WarmUp warmUp = new WarmUp(
                (plan, mint) -> load(plan, rates[Math.min(own.getAndIncrement(), rates.length - 1)]), MINT, limits);
        WarmUp.together(List.of(warmUp), () -> windows.size() >= 100);
        return warmUp.result();
    }

    @Test
    void endsAtTwoWindowsWithinFivePercent() {
        WarmUp.Result result = at(LONG, 100, 200, 1_000, 1_060, 1_100, 2_000);

        assertThat(windows).hasSize(5).allMatch(plan -> plan.time().equals(Duration.ofSeconds(5)));
        assertThat(result.seconds()).isEqualTo(25);
        assertThat(result.change()).isBetween(0.03, 0.04);
    }

    @Test
    void steadyRateDoesNotCountBeforeTheLeastTime() {
        assertThat(at(WarmTimes.Limits.ofMillis(60_000, 75_000), 100).seconds()).isEqualTo(60);
    }

    @Test
    void endsAfterTheLongestTimeWithARateThatStillChanges() {
        WarmUp.Result result =
                at(LONG, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072);

        assertThat(windows).hasSize(18);
        assertThat(result).isEqualTo(new WarmUp.Result(90, 0.5));
    }

    @Test
    void hasFourShorterWindowsAtLeastInAShortWarmUp() {
        at(WarmTimes.Limits.ofMillis(0, 20_000), 100);

        assertThat(windows).hasSize(4).allMatch(plan -> plan.time().equals(Duration.ofMillis(2_500)));
    }

    @Test
    void targetThatNeverMintsIsNotWaitedForLonger() {
        assertThat(at(LONG, 0)).isEqualTo(new WarmUp.Result(20, 0));
    }

    @Test
    void togetherEachHasAsManyWindowsInTurns() {
        List<String> turns = new ArrayList<>();
        WarmUp steady = new WarmUp((plan, mint) -> turn(turns, "steady", plan, 100), MINT, LONG);
        WarmUp rising = new WarmUp((plan, mint) -> turn(turns, "rising", plan, 1L << turns.size()), MINT, LONG);

        WarmUp.together(List.of(steady, rising), () -> false);

        assertThat(steady.result().seconds())
                .isEqualTo(90)
                .isEqualTo(rising.result().seconds());
        assertThat(turns).hasSize(36).startsWith("steady", "rising", "steady", "rising");
    }

    private LoadResult turn(List<String> turns, String name, LoadPlan plan, long rate) {
        turns.add(name);
        return load(plan, rate);
    }

    @Test
    void sendsNothingOnceTheTimeForTheWholeRunIsOver() {
        WarmUp over = new WarmUp(
                (plan, mint) -> {
                    throw new AssertionError("load");
                },
                MINT,
                LONG);

        WarmUp.together(List.of(over), () -> true);

        assertThat(over.result()).isEqualTo(WarmUp.Result.NONE);
    }
}
