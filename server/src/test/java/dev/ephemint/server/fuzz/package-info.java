/** Fuzz targets in the form that Jazzer calls, and a small fuzzer that runs them in every build. */
@NullMarked
package dev.ephemint.server.fuzz;

import org.jspecify.annotations.NullMarked;
