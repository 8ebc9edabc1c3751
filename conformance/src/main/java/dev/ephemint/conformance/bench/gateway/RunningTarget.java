package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import java.time.Duration;
import java.util.Optional;

/**
 * A target that mints.
 *
 * @param version as it says itself; may be empty
 * @param firstMint from the start of the process to its first token
 */
public record RunningTarget(
        Target target, String version, Mint mint, ProcessHandle process, Duration firstMint, Runnable stop)
        implements AutoCloseable {

    public Optional<Usage> usage() {
        return Usage.of(process);
    }

    @Override
    public void close() {
        stop.run();
    }
}
