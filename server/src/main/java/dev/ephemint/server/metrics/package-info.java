/** Metrics of mints, of the calls to vendors and of the process, for Prometheus. */
@NullMarked
package dev.ephemint.server.metrics;

import org.jspecify.annotations.NullMarked;
