package dev.ephemint.server.http.intake;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of request bodies may be in memory at once. */
public final class MemoryBudget {

    /** A body grows by some twenty times while it is parsed, checked and written again; the rest is for all else. */
    private static final int SHARE_OF_HEAP = 64;

    private final AtomicLong left;

    public MemoryBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** A share of the heap, but two bodies of the largest size in any case. */
    public static MemoryBudget ofHeap(int largestBody) {
        return new MemoryBudget(Math.max(2L * largestBody, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Whether there was still room; if so, it is taken. */
    boolean take(int bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        give(bytes);
        return false;
    }

    void give(int bytes) {
        left.addAndGet(bytes);
    }
}
