/** Follows {@code connect} to a vendor's socket, and compares the result with the tapes. */
@NullMarked
package dev.ephemint.conformance.socket;

import org.jspecify.annotations.NullMarked;
