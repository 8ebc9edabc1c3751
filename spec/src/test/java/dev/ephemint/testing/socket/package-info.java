/** Servers on bare sockets, which can misbehave in ways that no HTTP server would; also packed with the client's fakes. */
@NullMarked
package dev.ephemint.testing.socket;

import org.jspecify.annotations.NullMarked;
