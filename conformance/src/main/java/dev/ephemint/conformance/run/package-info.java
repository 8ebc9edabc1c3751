/** Runs checks against a target and judges each one. */
@NullMarked
package dev.ephemint.conformance.run;

import org.jspecify.annotations.NullMarked;
