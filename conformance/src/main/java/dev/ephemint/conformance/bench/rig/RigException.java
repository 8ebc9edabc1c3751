package dev.ephemint.conformance.bench.rig;

/** The benchmark's own program cannot be built or run. */
public final class RigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RigException(String message) {
        super(message);
    }

    RigException(String message, Throwable cause) {
        super(message, cause);
    }
}
