package dev.ephemint.conformance.bench.rig;

/** Sends many mints and reports the responses. */
public interface LoadGenerator {
    LoadResult run(LoadPlan plan, Mint mint);
}
