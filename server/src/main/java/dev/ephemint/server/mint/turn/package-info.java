/** Turns of requests: only so many use the processors before they wait for something. */
@NullMarked
package dev.ephemint.server.mint.turn;

import org.jspecify.annotations.NullMarked;
