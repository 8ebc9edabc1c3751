@NullMarked
package dev.ephemint.conformance.vendor;

import org.jspecify.annotations.NullMarked;
