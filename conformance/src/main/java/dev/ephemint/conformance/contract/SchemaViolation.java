package dev.ephemint.conformance.contract;

/**
 * One violation of a schema.
 *
 * @param place JSON pointer to the member that is wrong or missing
 */
public record SchemaViolation(String place, String message) {}
