/** What a change means for each consumer of the contract. */
@NullMarked
package dev.ephemint.conformance.diff.consequence;

import org.jspecify.annotations.NullMarked;
