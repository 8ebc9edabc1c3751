/** Canaries: request bodies, generated from a document's schemas, that violate exactly one constraint each. */
@NullMarked
package dev.ephemint.conformance.canary;

import org.jspecify.annotations.NullMarked;
