package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterruptTest {
    private static final RunListener SILENT = (result, done, total) -> {};

    @Test
    void cancelsTheRunAndWaitsUntilItIsFinished() throws InterruptedException {
        List<String> order = new ArrayList<>();
        Interrupt interrupt = Interrupt.watched(SILENT);
        assertThat(interrupt.isCancelled()).isFalse();
        Thread run = new Thread(() -> {
            while (!interrupt.isCancelled()) {
                Thread.onSpinWait();
            }
            order.add("reports written");
            interrupt.close();
        });
        run.start();

        interrupt.request();

        order.add("program ends");
        run.join();
        assertThat(order).containsExactly("reports written", "program ends");
    }

    @Test
    void finishedRunLeavesNoHook() {
        Interrupt interrupt = Interrupt.watched(SILENT);

        interrupt.close();

        assertThat(interrupt.isCancelled()).isFalse();
    }
}
