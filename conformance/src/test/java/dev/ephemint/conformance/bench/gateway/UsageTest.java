package dev.ephemint.conformance.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UsageTest {
    private static final String STAT = "42 (a name) with) S 1 42 42 0 -1 4194560 1 0 0 0 150 25 0 0 20 0 1 0 9";

    @Test
    void addsUserAndSystemTimeAfterTheName() {
        assertThat(Usage.of(STAT, "Name:\tx\nVmRSS:\t   2048 kB\nThreads:\t1\n"))
                .contains(new Usage(1_750_000, 2_048));
    }

    @Test
    void processThatEndsHasNone() {
        assertThat(Usage.of(STAT, "Name:\tx\n")).isEmpty();
        assertThat(Usage.of("42 (x) Z", "VmRSS:\t 1 kB\n")).isEmpty();
    }
}
