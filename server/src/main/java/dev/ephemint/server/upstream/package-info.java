/** Exchanges with the vendors by HTTP and socket: the only package that does I/O with them. */
@NullMarked
package dev.ephemint.server.upstream;

import org.jspecify.annotations.NullMarked;
