/** What every part of the conformance kit speaks of: the vendors' dialects and the two operations. */
@NullMarked
package dev.ephemint.conformance;

import org.jspecify.annotations.NullMarked;
