package dev.ephemint.conformance.bench.gateway;

/**
 * How Ephemint is configured; other targets have nothing of it.
 *
 * @param callers callers, policies and allowed models: so many of each
 * @param places requests that are handled at once, and connections to the vendor; 0 for the defaults
 * @param pool unused tokens that are kept; 0 for no pool
 */
public record Setup(int callers, int places, int pool) {
    public static final Setup PLAIN = new Setup(1, 0, 0);

    public static Setup ofCallers(int callers, int places) {
        return new Setup(callers, places, 0);
    }

    public static Setup ofPool(int size) {
        return new Setup(1, 0, size);
    }
}
