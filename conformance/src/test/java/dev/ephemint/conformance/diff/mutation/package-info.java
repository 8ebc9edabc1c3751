/** Changes of the released contract as data, and what each must be reported as. */
@NullMarked
package dev.ephemint.conformance.diff.mutation;

import org.jspecify.annotations.NullMarked;
