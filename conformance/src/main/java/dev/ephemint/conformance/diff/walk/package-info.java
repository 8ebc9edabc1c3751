/** Walks two documents side by side and records what differs. */
@NullMarked
package dev.ephemint.conformance.diff.walk;

import org.jspecify.annotations.NullMarked;
