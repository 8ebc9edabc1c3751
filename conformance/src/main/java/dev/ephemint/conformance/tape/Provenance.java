package dev.ephemint.conformance.tape;

import java.util.Optional;
import java.util.Set;

/**
 * Where a tape comes from and what of it can be believed.
 *
 * @param unpublished JSON pointers into the tape of what the source does not show, or what is left out here
 * @param reconstructed JSON pointers into the tape of what was put together from the source's words
 */
public record Provenance(
        String source,
        Optional<String> captured,
        TapeEvidence evidence,
        String note,
        Set<String> unpublished,
        Set<String> reconstructed) {
    public Provenance {
        unpublished = Set.copyOf(unpublished);
        reconstructed = Set.copyOf(reconstructed);
    }
}
