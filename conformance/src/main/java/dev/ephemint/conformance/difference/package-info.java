/** Known differences as data: where two judges of the same thing are known to disagree, and why. */
@NullMarked
package dev.ephemint.conformance.difference;

import org.jspecify.annotations.NullMarked;
