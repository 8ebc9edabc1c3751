package dev.ephemint.server.mint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a {@link MintFailure} to the error mapper, with the vendor's request id if there is one. */
public final class MintFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MintFailure failure;
    private final @Nullable String vendorRequestId;
    private final @Nullable String upstream;
    private final boolean unsent;

    public MintFailedException(MintFailure failure) {
        this(failure, null);
    }

    public MintFailedException(MintFailure failure, @Nullable String vendorRequestId) {
        this(failure, vendorRequestId, null, false);
    }

    private MintFailedException(
            MintFailure failure, @Nullable String vendorRequestId, @Nullable String upstream, boolean unsent) {
        super(failure.getClass().getSimpleName(), null, false, false);
        this.failure = failure;
        this.vendorRequestId = vendorRequestId;
        this.upstream = upstream;
        this.unsent = unsent;
    }

    /** A failure before any part of a request was sent to a vendor. */
    public static MintFailedException unsent(MintFailure failure) {
        return new MintFailedException(failure, null, null, true);
    }

    public MintFailure failure() {
        return failure;
    }

    /** The vendor's own id of the exchange ({@code x-request-id} or {@code apim-request-id}), for its support. */
    public Optional<String> vendorRequestId() {
        return Optional.ofNullable(vendorRequestId);
    }

    /** The name of the upstream that failed; empty if none was asked, or if there is only one, without a name. */
    public Optional<String> upstream() {
        return Optional.ofNullable(upstream);
    }

    /** Whether it is certain that no part of a request was sent. */
    public boolean isUnsent() {
        return unsent;
    }

    /** The same exchange with another failure. */
    public MintFailedException as(MintFailure other) {
        return new MintFailedException(other, vendorRequestId, upstream, unsent);
    }

    /** The same failure, of the upstream of this name. */
    public MintFailedException at(String name) {
        return new MintFailedException(failure, vendorRequestId, name, unsent);
    }
}
