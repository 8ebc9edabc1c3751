package dev.ephemint.conformance.bench.gateway;

/**
 * How Ephemint is configured; other targets have nothing of it.
 *
 * @param callers callers, each with a policy of its own
 * @param models what the policy of the caller that mints allows
 * @param places requests that are handled at once, and connections to the vendor; 0 for the defaults
 * @param pool unused tokens that are kept; 0 for no pool
 */
public record Setup(int callers, int models, int places, int pool) {
    public static final Setup PLAIN = new Setup(1, 1, 0, 0);

    public static Setup ofCallers(int callers, int places) {
        return new Setup(callers, 1, places, 0);
    }

    public static Setup ofModels(int models, int places) {
        return new Setup(1, models, places, 0);
    }

    public static Setup ofPool(int size) {
        return new Setup(1, 1, 0, size);
    }
}
