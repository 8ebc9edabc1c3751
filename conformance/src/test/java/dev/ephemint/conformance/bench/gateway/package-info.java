/** Tests of the benchmark: target; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench.gateway;

import org.jspecify.annotations.NullMarked;
