package dev.ephemint.testing.fault;

/**
 * What one connection does: for each direction a fault, and the number of bytes that pass before it.
 *
 * @param request from who connects
 * @param response to who connects
 */
public record Plan(Fault request, int requestBytes, Fault response, int responseBytes) {

    /** No fault. */
    public static final Plan PASS = new Plan(Fault.PASS, 0, Fault.PASS, 0);

    /** A fault on the way to the server. */
    public static Plan request(Fault fault, int after) {
        return new Plan(fault, after, Fault.PASS, 0);
    }

    /** A fault on the way back. */
    public static Plan response(Fault fault, int after) {
        return new Plan(Fault.PASS, 0, fault, after);
    }
}
