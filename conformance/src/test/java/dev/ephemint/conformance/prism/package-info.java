@NullMarked
package dev.ephemint.conformance.prism;

import org.jspecify.annotations.NullMarked;
