/** Patterns of checks. */
@NullMarked
package dev.ephemint.conformance.check;

import org.jspecify.annotations.NullMarked;
