@NullMarked
package dev.ephemint.conformance.canary;

import org.jspecify.annotations.NullMarked;
