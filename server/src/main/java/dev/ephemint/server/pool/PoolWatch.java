package dev.ephemint.server.pool;

import dev.ephemint.server.mint.MintFailure;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Learns what happens in the pools, for metrics. It gets names and numbers, never a token. */
public interface PoolWatch {

    /** Learns nothing. */
    PoolWatch NONE = new PoolWatch() {};

    /** A pool begins. */
    default void begins(String pool, IntSupplier tokens) {}

    /** A request that the pool could serve; {@code hit} if it had a token. */
    default void asked(String pool, boolean hit) {}

    /** A mint for the pool has ended. */
    default void refilled(String pool, Optional<MintFailure> failure) {}

    /** A token became too old, or is for a request that callers send no longer. */
    default void dropped(String pool) {}
}
