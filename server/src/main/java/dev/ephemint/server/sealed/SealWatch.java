package dev.ephemint.server.sealed;

/** Learns what happens to sealed tokens, for metrics. It never gets one. */
public interface SealWatch {

    /** Learns nothing. */
    SealWatch NONE = new SealWatch() {};

    /** A minted token was sealed. */
    default void sealed() {}

    /** A sealed token was exchanged. */
    default void exchanged() {}

    /** A sealed token was used for a call, whether or not the vendor opens it. */
    default void called() {}

    /** Something became of a call that a sealed token opened, or was said to have opened. */
    default void call(CallEvent event) {}

    /** A sealed token was refused, for an exchange or a call. */
    default void refused(SealRefusal reason) {}
}
