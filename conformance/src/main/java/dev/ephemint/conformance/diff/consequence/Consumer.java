package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;

/** Something that relies on the contract. */
interface Consumer {
    Consequence of(Change change);
}
