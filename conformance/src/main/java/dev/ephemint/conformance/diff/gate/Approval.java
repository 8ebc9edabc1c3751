package dev.ephemint.conformance.diff.gate;

import java.time.LocalDate;

/**
 * A breaking change that is accepted without a new version.
 *
 * @param expires the first day on which it no longer counts
 */
public record Approval(String fingerprint, String reason, LocalDate expires) {
    public Approval {
        if (!fingerprint.matches("[0-9a-f]{12}") || reason.isBlank()) {
            throw new IllegalArgumentException("approval: needs a fingerprint of 12 hex digits and a reason");
        }
    }
}
