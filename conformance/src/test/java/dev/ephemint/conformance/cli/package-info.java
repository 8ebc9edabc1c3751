/** The kit's commands, by their arguments, output and exit status. */
@NullMarked
package dev.ephemint.conformance.cli;

import org.jspecify.annotations.NullMarked;
