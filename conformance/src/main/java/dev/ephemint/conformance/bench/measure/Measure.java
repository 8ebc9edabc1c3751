package dev.ephemint.conformance.bench.measure;

/** One table of the benchmark. */
public interface Measure {
    /** As in the results file and on the command line. */
    String id();

    void run(Session session);
}
