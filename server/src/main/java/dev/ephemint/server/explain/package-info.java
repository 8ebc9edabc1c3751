/** Shows what a mint would send and which policy changed what; sends nothing. */
@NullMarked
package dev.ephemint.server.explain;

import org.jspecify.annotations.NullMarked;
