@NullMarked
package dev.ephemint.conformance.diff.gate;

import org.jspecify.annotations.NullMarked;
