/** Imports of traffic with credentials everywhere, and of files that are malformed. */
@NullMarked
package dev.ephemint.conformance.traffic;

import org.jspecify.annotations.NullMarked;
