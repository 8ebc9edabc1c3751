package dev.ephemint.conformance.contract;

/**
 * One way in which a value does not conform.
 *
 * @param place JSON pointer to the member that is wrong or missing
 */
public record Violation(String place, String message) {}
