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
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final Mint MINT = new Mint(URI.create("http://127.0.0.1:1/"), Map.of(), "{}");
    private static final Duration LONG = Duration.ofSeconds(90);

    private final List<LoadPlan> windows = new ArrayList<>();

    /** With these rates in turn, the last of them for ever. */
    private WarmUp at(long... rates) {
        return new WarmUp(
                (plan, mint) -> {
                    long rate = rates[Math.min(windows.size(), rates.length - 1)];
                    windows.add(plan);
                    double seconds = plan.time().toMillis() / 1e3;
                    long minted = Math.round(rate * seconds);
                    return new LoadResult(seconds, Map.of("200", minted), new Latencies(Map.of(1L, minted)));
                },
                () -> windows.size() >= 100);
    }

    @Test
    void endsAtTwoWindowsWithinFivePercent() {
        WarmUp.Result result = at(100, 200, 1_000, 1_060, 1_100, 2_000).run(MINT, LONG);

        assertThat(windows).hasSize(5).allMatch(plan -> plan.time().equals(Duration.ofSeconds(5)));
        assertThat(result.seconds()).isEqualTo(25);
        assertThat(result.change()).isBetween(0.03, 0.04);
    }

    @Test
    void endsAfterTheLongestTimeWithARateThatStillChanges() {
        WarmUp.Result result = at(
                        1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072)
                .run(MINT, LONG);

        assertThat(windows).hasSize(18);
        assertThat(result).isEqualTo(new WarmUp.Result(90, 0.5));
    }

    @Test
    void hasFourShorterWindowsAtLeastInAShortWarmUp() {
        at(100).run(MINT, Duration.ofSeconds(20));

        assertThat(windows).hasSize(4).allMatch(plan -> plan.time().equals(Duration.ofMillis(2_500)));
    }

    @Test
    void targetThatNeverMintsIsNotWaitedForLonger() {
        assertThat(at(0).run(MINT, LONG)).isEqualTo(new WarmUp.Result(20, 0));
    }

    @Test
    void sendsNothingOnceTheTimeForTheWholeRunIsOver() {
        WarmUp over = new WarmUp(
                (plan, mint) -> {
                    throw new AssertionError("load");
                },
                () -> true);

        assertThat(over.run(MINT, LONG)).isEqualTo(WarmUp.Result.NONE);
    }
}
