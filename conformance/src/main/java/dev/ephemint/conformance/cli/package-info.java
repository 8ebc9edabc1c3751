/** The kit's commands, each in a class, and what prints usage errors. */
@NullMarked
package dev.ephemint.conformance.cli;

import org.jspecify.annotations.NullMarked;
