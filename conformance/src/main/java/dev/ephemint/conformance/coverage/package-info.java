/** Which parts of the contract are tested, and by what. */
@NullMarked
package dev.ephemint.conformance.coverage;

import org.jspecify.annotations.NullMarked;
