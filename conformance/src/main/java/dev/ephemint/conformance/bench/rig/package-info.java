/** What runs beside the gateways: mock vendor and load generator, a program in Go that the benchmark builds. */
@NullMarked
package dev.ephemint.conformance.bench.rig;

import org.jspecify.annotations.NullMarked;
