/** Text, tables and diagram of a run's figures, and the goals that they reach or miss. */
@NullMarked
package dev.ephemint.conformance.bench.report;

import org.jspecify.annotations.NullMarked;
