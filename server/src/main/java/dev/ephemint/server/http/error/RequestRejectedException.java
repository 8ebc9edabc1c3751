package dev.ephemint.server.http.error;

/** The edge rejects a request; the vendor is not called. */
public final class RequestRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FailureResponse response;

    public RequestRejectedException(FailureResponse response) {
        super(response.message(), null, false, false);
        this.response = response;
    }

    public FailureResponse response() {
        return response;
    }
}
