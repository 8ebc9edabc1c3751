@NullMarked
package dev.ephemint.conformance.diff.walk;

import org.jspecify.annotations.NullMarked;
