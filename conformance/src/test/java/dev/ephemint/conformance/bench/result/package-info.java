/** Tests of the benchmark: result; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench.result;

import org.jspecify.annotations.NullMarked;
