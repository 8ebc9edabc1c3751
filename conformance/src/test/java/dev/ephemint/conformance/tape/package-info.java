@NullMarked
package dev.ephemint.conformance.tape;

import org.jspecify.annotations.NullMarked;
