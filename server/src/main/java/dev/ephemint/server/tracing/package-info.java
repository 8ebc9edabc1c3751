/** Traces of requests and of the calls to vendors, for OpenTelemetry. */
@NullMarked
package dev.ephemint.server.tracing;

import org.jspecify.annotations.NullMarked;
