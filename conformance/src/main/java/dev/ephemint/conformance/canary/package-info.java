/** Canaries: request bodies, made from a document's schemas, that break exactly one constraint each. */
@NullMarked
package dev.ephemint.conformance.canary;

import org.jspecify.annotations.NullMarked;
