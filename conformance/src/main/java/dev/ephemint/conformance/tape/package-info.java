/** Exchanges recorded at or reported of a vendor, kept as data with their provenance. */
@NullMarked
package dev.ephemint.conformance.tape;

import org.jspecify.annotations.NullMarked;
