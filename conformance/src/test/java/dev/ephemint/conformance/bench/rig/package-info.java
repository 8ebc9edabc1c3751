/** Tests of the benchmark: rig; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench.rig;

import org.jspecify.annotations.NullMarked;
