@NullMarked
package dev.ephemint.conformance.coverage;

import org.jspecify.annotations.NullMarked;
