package dev.ephemint.client;

/** An answer of success that holds no client secret: no JSON, another shape, too long, or compressed unasked. It may have minted. */
public final class UnreadableAnswerException extends AnswerException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message, Answer answer) {
        super("The answer (status " + answer.status() + ") " + message + answer.reference(), answer);
    }
}
