package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.mint.VendorName;

/**
 * A known cause.
 *
 * @param code stable, for programs
 * @param matcher how it is recognised
 * @param cause one sentence
 * @param source of that knowledge
 * @param date of the fact: a day, a month or a year
 * @param fix what to change
 */
public record Diagnosis(String code, SymptomMatcher matcher, String cause, String source, String date, String fix) {

    /** A known cause at Azure. */
    static Diagnosis azure(String code, SymptomMatcher matcher, String cause, String source, String date, String fix) {
        return new Diagnosis(code, SymptomMatcher.vendor(VendorName.AZURE).and(matcher), cause, source, date, fix);
    }

    /** The same without the matcher, for one context. */
    public Named of(DiagnosisContext context) {
        return new Named(code, context.fill(cause), source, date, context.fill(fix));
    }

    /** A diagnosis as it is reported. */
    public record Named(String code, String cause, String source, String date, String fix) {}
}
