/** CPU time of a running JVM by part of the service, from its own Flight Recorder. */
@NullMarked
package dev.ephemint.conformance.bench.profile;

import org.jspecify.annotations.NullMarked;
