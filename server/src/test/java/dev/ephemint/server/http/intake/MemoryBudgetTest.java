package dev.ephemint.server.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    @Test
    void givesNoMoreThanThereIs() {
        MemoryBudget unit = new MemoryBudget(10);

        assertThat(unit.take(7)).isTrue();
        assertThat(unit.take(4)).isFalse();
        assertThat(unit.take(3)).isTrue();

        unit.give(7);

        assertThat(unit.take(8)).isFalse();
        assertThat(unit.take(7)).isTrue();
    }

    @Test
    void hasRoomForTwoBodiesInTheSmallestHeap() {
        int largest = Integer.MAX_VALUE;
        MemoryBudget unit = MemoryBudget.ofHeap(largest);

        assertThat(unit.take(largest)).isTrue();
        assertThat(unit.take(largest)).isTrue();
    }
}
