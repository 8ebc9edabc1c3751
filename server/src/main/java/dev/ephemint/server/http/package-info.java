/** The edge: the contract's operations over HTTP, what is refused there, and what every answer carries. */
@NullMarked
package dev.ephemint.server.http;

import org.jspecify.annotations.NullMarked;
