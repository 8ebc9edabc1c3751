/** Tests of the clients that the benchmark compares. */
@NullMarked
package dev.ephemint.conformance.bench.client;

import org.jspecify.annotations.NullMarked;
