/** Schemathesis over the contract as the facade serves it, in front of each dialect's sandbox. */
@NullMarked
package dev.ephemint.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
