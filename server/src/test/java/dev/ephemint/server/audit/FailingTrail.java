package dev.ephemint.server.audit;

/** Fails to write one kind of event. */
public record FailingTrail(String event) implements AuditTrail {

    @Override
    public void write(AuditRecord record) {
        if (event.equals(record.fields().get("event"))) {
            throw new AuditFailedException("disk full");
        }
    }
}
