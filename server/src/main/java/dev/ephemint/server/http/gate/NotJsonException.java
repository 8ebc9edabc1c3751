package dev.ephemint.server.http.gate;

/** Bytes that are not one JSON object in UTF-8. */
public final class NotJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    NotJsonException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What the bytes are, as a predicate without its subject; it quotes nothing. */
    public String problem() {
        return problem;
    }
}
