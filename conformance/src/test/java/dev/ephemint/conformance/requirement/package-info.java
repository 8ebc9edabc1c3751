@NullMarked
package dev.ephemint.conformance.requirement;

import org.jspecify.annotations.NullMarked;
