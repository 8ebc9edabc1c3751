package dev.ephemint.server.audit;

import org.slf4j.Logger;

/** Where records of mints are written. */
@FunctionalInterface
public interface AuditTrail {

    /** @throws AuditFailedException if the record may be lost */
    void write(AuditRecord record);

    /** Writes nothing. */
    static AuditTrail none() {
        return record -> {};
    }

    /** Mints continue without records: a failure is logged. */
    static AuditTrail optional(AuditTrail trail, Logger log) {
        return record -> {
            try {
                trail.write(record);
            } catch (AuditFailedException lost) {
                log.atWarn()
                        .addKeyValue("mint", record.fields().get("id"))
                        .addKeyValue("reason", lost.getMessage())
                        .log("audit record lost");
            }
        };
    }
}
