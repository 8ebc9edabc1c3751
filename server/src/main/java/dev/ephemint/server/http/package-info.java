/** The edge: the contract's operations over HTTP, and the server that serves them. */
@NullMarked
package dev.ephemint.server.http;

import org.jspecify.annotations.NullMarked;
