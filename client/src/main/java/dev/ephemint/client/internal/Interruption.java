package dev.ephemint.client.internal;

/** Interrupts one thread once, unless the thread has ended this before. */
public final class Interruption implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private boolean isEnded;
    private boolean isInterrupted;

    /** Interrupts the thread that made this. */
    public synchronized void interrupt() {
        if (!isEnded) {
            isInterrupted = true;
            thread.interrupt();
        }
    }

    public synchronized boolean isInterrupted() {
        return isInterrupted;
    }

    /** Called by the thread itself. An interrupt from here does not outlast it. */
    @Override
    public synchronized void close() {
        isEnded = true;
        if (isInterrupted) {
            boolean unused = Thread.interrupted();
        }
    }
}
