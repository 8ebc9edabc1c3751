/** The release gate: version, changelog and approvals of the changes since the last release. */
@NullMarked
package dev.ephemint.conformance.diff.gate;

import org.jspecify.annotations.NullMarked;
