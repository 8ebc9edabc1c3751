@NullMarked
package dev.ephemint.conformance.replay;

import org.jspecify.annotations.NullMarked;
