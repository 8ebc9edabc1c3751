package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.mint.VendorName;

/**
 * A known cause.
 *
 * @param code stable, for programs
 * @param matcher how it is recognised
 * @param cause one sentence
 * @param source where that is known from
 * @param date of the fact: a day, a month or a year
 * @param fix what to change
 */
public record Diagnosis(String code, SymptomMatcher matcher, String cause, String source, String date, String fix) {

    /** A cause that is known of Azure alone. */
    static Diagnosis azure(String code, SymptomMatcher matcher, String cause, String source, String date, String fix) {
        return new Diagnosis(code, SymptomMatcher.vendor(VendorName.AZURE).and(matcher), cause, source, date, fix);
    }

    /** The same without the sign, told of one scene. */
    public Named of(DiagnosisContext context) {
        return new Named(code, context.tell(cause), source, date, context.tell(fix));
    }

    /** A diagnosis as a report tells it. */
    public record Named(String code, String cause, String source, String date, String fix) {}
}
