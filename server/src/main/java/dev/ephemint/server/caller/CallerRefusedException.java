package dev.ephemint.server.caller;

/** A caller is rejected. */
public final class CallerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CallerRefusal refusal;

    public CallerRefusedException(CallerRefusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public CallerRefusal refusal() {
        return refusal;
    }
}
