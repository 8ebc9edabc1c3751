/** The contract's documents, the base and one per dialect, and what conforms to them. */
@NullMarked
package dev.ephemint.conformance.contract;

import org.jspecify.annotations.NullMarked;
