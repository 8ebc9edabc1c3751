package dev.ephemint.contract;

/**
 * A vendor's failure code.
 *
 * @param code the value of an error's {@code code} or {@code type}, or the last part of a close reason
 * @param vendor the vendor that was seen to use it; it is recognised at every vendor, because compatible servers reuse codes
 * @param source where the code was seen
 * @param date when, as {@code yyyy-mm-dd} or the part of it that is known
 */
public record FailureCode(String code, FailureKind kind, String vendor, String source, String date) {}
