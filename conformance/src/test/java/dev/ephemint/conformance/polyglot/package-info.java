/** Clients that openapi-generator makes from the contract as it is served, in several languages, mint through the facade. */
@NullMarked
package dev.ephemint.conformance.polyglot;

import org.jspecify.annotations.NullMarked;
