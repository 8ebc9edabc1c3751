package dev.ephemint.conformance.diff.document;

/** A document that cannot be obtained or is not OpenAPI 3 or AsyncAPI 3. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidDocumentException(String message) {
        super(message);
    }

    InvalidDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
