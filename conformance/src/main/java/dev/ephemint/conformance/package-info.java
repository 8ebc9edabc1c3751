/** Vocabulary of the conformance kit: the vendors' dialects and the two operations. */
@NullMarked
package dev.ephemint.conformance;

import org.jspecify.annotations.NullMarked;
