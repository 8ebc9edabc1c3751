/** Compares a vendor's published document with the contract, member by member. */
@NullMarked
package dev.ephemint.conformance.diff.published;

import org.jspecify.annotations.NullMarked;
