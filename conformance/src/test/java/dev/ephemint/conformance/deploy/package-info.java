/** The files for operators, checked by the tools that operators use. */
@NullMarked
package dev.ephemint.conformance.deploy;

import org.jspecify.annotations.NullMarked;
