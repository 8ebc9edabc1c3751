/** The failures of a target that are known, each with a reason and an end. */
@NullMarked
package dev.ephemint.conformance.known;

import org.jspecify.annotations.NullMarked;
