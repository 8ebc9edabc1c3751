/** A scripted vendor: it records requests and responds, or fails, as its script says. */
@NullMarked
package dev.ephemint.conformance.vendor;

import org.jspecify.annotations.NullMarked;
