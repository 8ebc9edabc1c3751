/** Which parts of the contract the scenarios touch. */
@NullMarked
package dev.ephemint.conformance.coverage;

import org.jspecify.annotations.NullMarked;
