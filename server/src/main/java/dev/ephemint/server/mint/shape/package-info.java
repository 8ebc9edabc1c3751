/** The two shapes of a request: flat and nested, and members in the wrong place. */
@NullMarked
package dev.ephemint.server.mint.shape;

import org.jspecify.annotations.NullMarked;
