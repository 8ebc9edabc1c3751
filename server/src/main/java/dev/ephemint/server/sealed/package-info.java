/** Tokens of our own that stand for the vendor's until a client connects: opaque, and used once. */
@NullMarked
package dev.ephemint.server.sealed;

import org.jspecify.annotations.NullMarked;
