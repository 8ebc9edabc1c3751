package dev.ephemint.server.doctor;

/**
 * A known cause.
 *
 * @param code stable, for programs
 * @param sign how it is recognised
 * @param cause one sentence
 * @param source where that is known from
 * @param date of the fact: a day, a month or a year
 * @param cure what to change
 */
record Diagnosis(String code, Sign sign, String cause, String source, String date, String cure) {

    /** A cause that is known of Azure alone. */
    static Diagnosis azure(String code, Sign sign, String cause, String source, String date, String cure) {
        return new Diagnosis(code, Sign.azure().and(sign), cause, source, date, cure);
    }

    /** The same without the sign, told of one scene. */
    Named of(Scene scene) {
        return new Named(code, scene.tell(cause), source, date, scene.tell(cure));
    }

    /** A diagnosis as a report tells it. */
    public record Named(String code, String cause, String source, String date, String cure) {}
}
