/** Compares the report of mutation testing with the mutations that {@code server/docs/mutation.md} accepts. */
@NullMarked
package dev.ephemint.server.mutation;

import org.jspecify.annotations.NullMarked;
