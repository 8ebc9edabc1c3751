/** Verdicts and ends of runs against gateways in this process. */
@NullMarked
package dev.ephemint.conformance.run;

import org.jspecify.annotations.NullMarked;
