@NullMarked
package dev.ephemint.conformance.diff.change;

import org.jspecify.annotations.NullMarked;
