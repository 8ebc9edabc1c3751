/** Tests of the benchmark; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench;

import org.jspecify.annotations.NullMarked;
