@NullMarked
package dev.ephemint.conformance.diff.consequence;

import org.jspecify.annotations.NullMarked;
