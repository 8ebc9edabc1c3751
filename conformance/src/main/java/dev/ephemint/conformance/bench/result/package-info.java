/** Figures of a run: samples, medians and spread, and the file that holds them. */
@NullMarked
package dev.ephemint.conformance.bench.result;

import org.jspecify.annotations.NullMarked;
