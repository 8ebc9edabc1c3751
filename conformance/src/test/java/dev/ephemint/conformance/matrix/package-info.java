@NullMarked
package dev.ephemint.conformance.matrix;

import org.jspecify.annotations.NullMarked;
