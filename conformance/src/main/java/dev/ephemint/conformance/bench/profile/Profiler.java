package dev.ephemint.conformance.bench.profile;

import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import java.util.Map;

/** Finds what a process spends its CPU time for. */
public interface Profiler {
    /** Shares of one, by part, of the time that the process used during the load. */
    Map<String, Double> shares(ProcessHandle process, Runnable load) throws TargetUnavailableException;
}
