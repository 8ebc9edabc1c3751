package dev.ephemint.server.mint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a {@link MintFailure} to the error mapper, with the vendor's request id if there is one. */
public final class MintFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MintFailure failure;
    private final @Nullable String vendorRequestId;

    public MintFailedException(MintFailure failure) {
        this(failure, null);
    }

    public MintFailedException(MintFailure failure, @Nullable String vendorRequestId) {
        super(failure.getClass().getSimpleName(), null, false, false);
        this.failure = failure;
        this.vendorRequestId = vendorRequestId;
    }

    public MintFailure failure() {
        return failure;
    }

    /** The vendor's own id of the exchange ({@code x-request-id} or {@code apim-request-id}), for its support. */
    public Optional<String> vendorRequestId() {
        return Optional.ofNullable(vendorRequestId);
    }

    /** The same exchange with another failure. */
    public MintFailedException as(MintFailure other) {
        return new MintFailedException(other, vendorRequestId);
    }
}
