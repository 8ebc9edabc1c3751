/** The repository itself: its documents, the commands in them, and its words. */
@NullMarked
package dev.ephemint.conformance.project;

import org.jspecify.annotations.NullMarked;
