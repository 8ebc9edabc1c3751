@NullMarked
package dev.ephemint.conformance.truth;

import org.jspecify.annotations.NullMarked;
