/** A vendor under a script: it keeps what it was sent and answers, or fails, as it was told. */
@NullMarked
package dev.ephemint.conformance.vendor;

import org.jspecify.annotations.NullMarked;
