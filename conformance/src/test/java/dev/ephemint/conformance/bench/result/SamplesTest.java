package dev.ephemint.conformance.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SamplesTest {

    private static final Samples SAMPLES = new Samples(List.of(
            sample("own", 1, 100, Optional.empty()),
            sample("other", 1, 50, Optional.empty()),
            sample("own", 2, 30, Optional.empty()),
            sample("other", 2, 10, Optional.empty()),
            sample("own", 3, 1_000, Optional.of("1 x 503")),
            sample("other", 3, 1, Optional.empty())));

    private static Sample sample(String target, int round, double mints, Optional<String> voided) {
        return new Sample("m", "v", target, round, Map.of(Value.MINTS_PER_S, mints), voided);
    }

    @Test
    void voidRoundCountsInNoFigure() {
        assertThat(SAMPLES.spread("m", "v", "own", Value.MINTS_PER_S)).contains(new Spread(65, 30, 100, 2));
        assertThat(SAMPLES.voided("m", "v", "own")).containsExactly("1 x 503");
        assertThat(SAMPLES.voided("m", "v", "other")).isEmpty();
    }

    @Test
    void ratioAndDifferencePairTheSameRound() {
        assertThat(SAMPLES.ratio("m", "v", "own", "other", Value.MINTS_PER_S)).contains(new Spread(2.5, 2, 3, 2));
        assertThat(SAMPLES.difference("m", "v", "own", "other", Value.MINTS_PER_S))
                .contains(new Spread(35, 20, 50, 2));
    }

    @Test
    void figureThatWasNotMeasuredIsAbsent() {
        assertThat(SAMPLES.spread("m", "v", "own", Value.CPU_US)).isEmpty();
        assertThat(SAMPLES.spread("m", "w", "own", Value.MINTS_PER_S)).isEmpty();
        assertThat(SAMPLES.ratio("m", "v", "own", "third", Value.MINTS_PER_S)).isEmpty();
    }

    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).contains(new Spread(4, 1, 9, 3));
        assertThat(Spread.of(List.of())).isEmpty();
    }
}
