package dev.ephemint.conformance.truth;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.matrix.Leg;
import java.util.Locale;
import java.util.Set;

/**
 * What one source says of one member.
 *
 * @param member path: {@code session.tools[].name}
 * @param dialects whose interfaces it is about; all of one shape
 * @param date of the source, {@code 2026-08-21}
 */
record Statement(
        String member, Leg side, Set<TargetDialect> dialects, String source, String date, Grade grade, String says) {

    /** What kind of source it is. */
    enum Grade {
        /** A machine-readable document of the vendor, or the types of its SDK. */
        PUBLISHED,
        /** A guide, a reference page or a notice of the vendor. */
        PROSE,
        /** The vendor's own bytes. */
        RECORDED,
        /** A witness's account of live behaviour. */
        REPORTED,
        INFERRED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Statement {
        dialects = Set.copyOf(dialects);
    }

    boolean isAbout(Ruling ruling) {
        return member.equals(ruling.member())
                && side == ruling.side()
                && dialects.stream()
                        .allMatch(dialect -> dialect.operation().isFlat()
                                == ruling.operation().isFlat());
    }
}
