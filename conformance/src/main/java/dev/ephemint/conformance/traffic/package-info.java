/** Makes tapes of exchanges that other programs recorded: HAR 1.2 and NDJSON. */
@NullMarked
package dev.ephemint.conformance.traffic;

import org.jspecify.annotations.NullMarked;
