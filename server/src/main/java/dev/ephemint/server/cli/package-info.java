/** The command line: one class per command. */
@NullMarked
package dev.ephemint.server.cli;

import org.jspecify.annotations.NullMarked;
