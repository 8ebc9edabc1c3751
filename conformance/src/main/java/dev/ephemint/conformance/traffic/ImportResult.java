package dev.ephemint.conformance.traffic;

/**
 * How an import went.
 *
 * @param skipped exchanges that are no vendor's mint, or whose tape exists
 * @param refused mints that still hold what looks like a credential, or that no tape can show
 */
public record ImportResult(int written, int skipped, int refused) {}
