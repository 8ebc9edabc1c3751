/** Sockets of a vendor, and whether it can be reached. */
@NullMarked
package dev.ephemint.server.upstream.socket;

import org.jspecify.annotations.NullMarked;
