@NullMarked
package dev.ephemint.conformance.diff.published;

import org.jspecify.annotations.NullMarked;
