package dev.ephemint.server.sandbox;

/** A vendor as it was seen to answer. */
@FunctionalInterface
interface Vendor {

    Answer answer(Inquiry inquiry);
}
