/** Tests of the benchmark: measure; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench.measure;

import org.jspecify.annotations.NullMarked;
