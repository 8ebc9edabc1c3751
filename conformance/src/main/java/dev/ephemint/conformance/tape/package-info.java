/** Exchanges that a vendor really had with somebody, kept as data with their provenance. */
@NullMarked
package dev.ephemint.conformance.tape;

import org.jspecify.annotations.NullMarked;
