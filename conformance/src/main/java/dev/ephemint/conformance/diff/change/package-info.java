/** Changes between two documents, and the rules that classify them. */
@NullMarked
package dev.ephemint.conformance.diff.change;

import org.jspecify.annotations.NullMarked;
