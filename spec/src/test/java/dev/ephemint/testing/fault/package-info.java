/** A proxy that breaks connections, for tests of what survives it. */
@NullMarked
package dev.ephemint.testing.fault;

import org.jspecify.annotations.NullMarked;
