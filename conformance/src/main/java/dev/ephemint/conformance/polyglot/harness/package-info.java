/** Programs around generated clients: one line of JSON in, one out. */
@NullMarked
package dev.ephemint.conformance.polyglot.harness;

import org.jspecify.annotations.NullMarked;
