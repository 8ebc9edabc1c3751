package dev.ephemint.server.caller;

/** Why a caller is rejected; which of an invalid credential's parts is wrong is not said. */
public enum CallerRefusal {

    /** No credential at all. */
    NO_CREDENTIAL,

    /** Two credentials that differ. */
    AMBIGUOUS,

    /** None that is known here. */
    INVALID,

    /** One that was valid. */
    EXPIRED,

    /** A client secret, which opens a session and mints none. */
    MINTED_TOKEN,

    /** Known, but no policy says that it may mint. */
    NOT_ALLOWED,

    /** An issuer's keys cannot be obtained now. */
    UNAVAILABLE
}
