/** Conformance cases as text files, and what runs them against a gateway. */
@NullMarked
package dev.ephemint.conformance.scenario;

import org.jspecify.annotations.NullMarked;
