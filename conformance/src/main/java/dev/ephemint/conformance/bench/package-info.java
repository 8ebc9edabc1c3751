/** The benchmark: Ephemint and what users would pick instead, measured side by side on one machine. */
@NullMarked
package dev.ephemint.conformance.bench;

import org.jspecify.annotations.NullMarked;
