package dev.ephemint.server.mint;

/** Whether the caller of a request still waits for its response. */
@FunctionalInterface
public interface CallerPresence {

    /** Of a caller that cannot leave. */
    CallerPresence ALWAYS = () -> false;

    /** True once it has closed its connection, so that it cannot get the token. */
    boolean hasLeft();
}
