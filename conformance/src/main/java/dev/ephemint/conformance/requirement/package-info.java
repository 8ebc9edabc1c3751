/** The requirements on a gateway, each with its evidence. */
@NullMarked
package dev.ephemint.conformance.requirement;

import org.jspecify.annotations.NullMarked;
