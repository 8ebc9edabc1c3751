package dev.ephemint.conformance.difference;

import java.time.LocalDate;

/**
 * An accepted difference between two validators of the same message.
 *
 * @param id the comparison, followed by what differs
 * @param dialect the vendor interface concerned, or {@code all}
 * @param since date of the first observation
 */
public record KnownDifference(String id, String dialect, String reason, LocalDate since) {}
