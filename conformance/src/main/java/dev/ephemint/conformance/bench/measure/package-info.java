/** What is measured, each in interleaved rounds. */
@NullMarked
package dev.ephemint.conformance.bench.measure;

import org.jspecify.annotations.NullMarked;
