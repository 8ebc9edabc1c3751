/** Known differences as data: on which messages two validators disagree, and why. */
@NullMarked
package dev.ephemint.conformance.difference;

import org.jspecify.annotations.NullMarked;
