package dev.ephemint.contract;

/** Meaning of a vendor's failure code for a retry. */
public enum FailureKind {
    /** The account has no credit or budget left. */
    QUOTA_EXHAUSTED(true),
    /** The model or deployment does not exist, or this account may not use it. */
    MODEL_NOT_FOUND(true),
    /** The key, the token or the caller's location is rejected. */
    ACCESS_DENIED(true),
    /** The request has a form that the vendor does not serve. */
    REQUEST_REJECTED(true),
    /** Too many requests for now. */
    RATE_LIMITED(false),
    /** The vendor has no capacity for now. */
    OVERLOADED(false),
    /** The session reached its longest duration; another one may follow. */
    SESSION_EXPIRED(false),
    /** An error at the vendor. */
    VENDOR_FAULT(false);

    private final boolean isFinal;

    FailureKind(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether a retry of the same request fails again, regardless of the delay. */
    public boolean isFinal() {
        return isFinal;
    }
}
