package dev.ephemint.server.http.error;

/** The edge itself refuses a request; nothing was asked of anybody. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorAnswer answer;

    public RefusedException(ErrorAnswer answer) {
        super(answer.message(), null, false, false);
        this.answer = answer;
    }

    public ErrorAnswer answer() {
        return answer;
    }
}
