package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C during a run: no further check is run, and the program ends once the reports are written, or after 30 seconds. */
final class Interrupt implements RunListener, AutoCloseable {
    private static final int LONGEST_SECONDS = 30;

    private final RunListener progress;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "interrupt");
    private volatile boolean requested;

    private Interrupt(RunListener progress) {
        this.progress = progress;
    }

    static Interrupt watched(RunListener progress) {
        Interrupt interrupt = new Interrupt(progress);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Returns once the run is finished. */
    void request() {
        requested = true;
        try {
            boolean inTime = finished.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("the current check does not end; no report is written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onResult(CheckResult result, int done, int total) {
        progress.onResult(result, done, total);
    }

    @Override
    public boolean isCancelled() {
        return requested;
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
