/** Clients that generators make from a contract, and where they are generated. */
@NullMarked
package dev.ephemint.conformance.polyglot.client;

import org.jspecify.annotations.NullMarked;
