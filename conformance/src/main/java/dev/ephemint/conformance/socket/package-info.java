/** Follows {@code connect} to a vendor's socket, and holds what comes of it against the tapes. */
@NullMarked
package dev.ephemint.conformance.socket;

import org.jspecify.annotations.NullMarked;
