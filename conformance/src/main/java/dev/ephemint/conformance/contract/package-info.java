/** The contract's documents, the base and one per dialect, and validation against them. */
@NullMarked
package dev.ephemint.conformance.contract;

import org.jspecify.annotations.NullMarked;
