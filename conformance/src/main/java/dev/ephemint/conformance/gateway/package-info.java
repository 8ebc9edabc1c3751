/** The gateway under test, and the vendor that the kit plays behind it. */
@NullMarked
package dev.ephemint.conformance.gateway;

import org.jspecify.annotations.NullMarked;
