package dev.ephemint.conformance.record;

import dev.ephemint.conformance.tape.TapeEvidence;
import java.time.LocalDate;

/** Where a new tape comes from, when it was captured, and its grade. */
public record Origin(String source, LocalDate captured, TapeEvidence grade) {}
