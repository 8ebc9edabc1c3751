package dev.ephemint.server.audit;

/** A record could not be written. The message is Ephemint's own and holds nothing of the record. */
public final class AuditFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailedException(String reason) {
        super(reason, null, false, false);
    }
}
