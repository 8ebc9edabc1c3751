/** Clients that generators make from a contract, and the directories that they are generated in. */
@NullMarked
package dev.ephemint.conformance.polyglot.client;

import org.jspecify.annotations.NullMarked;
