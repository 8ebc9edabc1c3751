/** Writes tapes: sends mint requests to a vendor, and removes credentials and accounts from what it exchanged. */
@NullMarked
package dev.ephemint.conformance.record;

import org.jspecify.annotations.NullMarked;
