/** Tests of the benchmark: attribution of CPU time. */
@NullMarked
package dev.ephemint.conformance.bench.profile;

import org.jspecify.annotations.NullMarked;
