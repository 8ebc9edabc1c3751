/** Compares old recordings with new ones, by member, in three tiers. */
@NullMarked
package dev.ephemint.conformance.drift;

import org.jspecify.annotations.NullMarked;
