/** Clients that mint, each in a process of its own: the JDK's alone, and Ephemint's. */
@NullMarked
package dev.ephemint.conformance.bench.client;

import org.jspecify.annotations.NullMarked;
