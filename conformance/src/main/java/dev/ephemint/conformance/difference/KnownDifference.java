package dev.ephemint.conformance.difference;

import java.time.LocalDate;

/**
 * One difference that is known and borne with.
 *
 * @param id which comparison, and what differs in it
 * @param dialect the vendor interface it is about, or {@code all}
 * @param since when it was seen first
 */
public record KnownDifference(String id, String dialect, String reason, LocalDate since) {}
