/** Compares two schemas, and records each change with its place. */
@NullMarked
package dev.ephemint.conformance.diff.schema;

import org.jspecify.annotations.NullMarked;
