/** All checks of the kit, the faults by which it proves itself first, and its requirements. */
@NullMarked
package dev.ephemint.conformance.catalog;

import org.jspecify.annotations.NullMarked;
