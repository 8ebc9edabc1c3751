/** Pairs of recordings with the differences that each must show, and the reports of them. */
@NullMarked
package dev.ephemint.conformance.drift;

import org.jspecify.annotations.NullMarked;
