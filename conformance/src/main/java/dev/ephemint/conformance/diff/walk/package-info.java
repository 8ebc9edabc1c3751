/** Walks the operations or events of two documents side by side. */
@NullMarked
package dev.ephemint.conformance.diff.walk;

import org.jspecify.annotations.NullMarked;
