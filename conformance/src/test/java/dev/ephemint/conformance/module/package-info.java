/** The packaged client on the module path. */
@NullMarked
package dev.ephemint.conformance.module;

import org.jspecify.annotations.NullMarked;
