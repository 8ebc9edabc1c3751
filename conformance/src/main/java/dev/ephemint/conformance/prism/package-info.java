/** Prism as a child process, alone or in place of a vendor. */
@NullMarked
package dev.ephemint.conformance.prism;

import org.jspecify.annotations.NullMarked;
