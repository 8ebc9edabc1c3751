package dev.ephemint.server.http.error;

/** The edge itself refuses a request; nothing was asked of anybody. */
public final class RequestRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FailureResponse answer;

    public RequestRejectedException(FailureResponse answer) {
        super(answer.message(), null, false, false);
        this.answer = answer;
    }

    public FailureResponse answer() {
        return answer;
    }
}
