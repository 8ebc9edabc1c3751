package dev.ephemint.conformance.drift;

import dev.ephemint.conformance.tape.Tape;

/** Finds or records the new tape of an old one. */
@FunctionalInterface
public interface Counterpart {

    /**
     * The new tape.
     *
     * @throws NoCounterpartException says why there is none
     */
    Tape of(Tape before) throws NoCounterpartException;
}
