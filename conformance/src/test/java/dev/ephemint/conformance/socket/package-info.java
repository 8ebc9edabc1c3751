@NullMarked
package dev.ephemint.conformance.socket;

import org.jspecify.annotations.NullMarked;
