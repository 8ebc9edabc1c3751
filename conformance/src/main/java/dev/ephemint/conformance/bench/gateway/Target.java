package dev.ephemint.conformance.bench.gateway;

/** Something that mints: a gateway, or the mock vendor itself. */
public interface Target {
    String id();

    String title();

    /** Whether its request is flat, which the gateway maps to the vendor's nested one. */
    boolean isFlat();

    /** A new process, which has minted once. It is installed first if need be. */
    RunningTarget start(Setup setup) throws TargetUnavailableException;
}
