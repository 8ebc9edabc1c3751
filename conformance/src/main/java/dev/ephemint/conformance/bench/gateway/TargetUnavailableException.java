package dev.ephemint.conformance.bench.gateway;

/** A target cannot be installed or started on this machine; the message says why. */
public final class TargetUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public TargetUnavailableException(String message) {
        super(message);
    }
}
