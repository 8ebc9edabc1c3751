/** Tokens that are minted before they are asked for, where every request of a kind asks for the same. */
@NullMarked
package dev.ephemint.server.pool;

import org.jspecify.annotations.NullMarked;
