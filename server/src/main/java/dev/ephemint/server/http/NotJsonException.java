package dev.ephemint.server.http;

/** Bytes that are not one JSON object in UTF-8; the message is a predicate without its subject, and quotes nothing. */
public final class NotJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotJsonException(String predicate) {
        super(predicate);
    }
}
