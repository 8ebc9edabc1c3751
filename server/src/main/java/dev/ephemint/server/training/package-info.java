/** Runs the service once for the JVM's archive of loaded classes. */
@NullMarked
package dev.ephemint.server.training;

import org.jspecify.annotations.NullMarked;
