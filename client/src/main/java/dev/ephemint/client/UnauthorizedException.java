package dev.ephemint.client;

/** The key was refused: 401 or 403. */
public final class UnauthorizedException extends AnswerException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(Answer answer) {
        super(answer.describe(), answer);
    }
}
