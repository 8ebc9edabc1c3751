/** Calls of a gateway, and what is kept of them. */
@NullMarked
package dev.ephemint.conformance.gateway;

import org.jspecify.annotations.NullMarked;
