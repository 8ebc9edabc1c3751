/** Clients that generators make from the contract: generated, compiled, and asked what they send and what they read. */
@NullMarked
package dev.ephemint.conformance.polyglot;

import org.jspecify.annotations.NullMarked;
