/** The kit's verdicts on gateways that are known, pinned. */
@NullMarked
package dev.ephemint.conformance.verdict;

import org.jspecify.annotations.NullMarked;
