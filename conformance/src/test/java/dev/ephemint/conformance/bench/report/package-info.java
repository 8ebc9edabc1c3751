/** Tests of the benchmark: report; none of them measures time. */
@NullMarked
package dev.ephemint.conformance.bench.report;

import org.jspecify.annotations.NullMarked;
