@NullMarked
package dev.ephemint.conformance.difference;

import org.jspecify.annotations.NullMarked;
