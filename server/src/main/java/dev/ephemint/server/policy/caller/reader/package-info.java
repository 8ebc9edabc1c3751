/** Reads the section {@code policies} of the configuration and checks it against the contract. */
@NullMarked
package dev.ephemint.server.policy.caller.reader;

import org.jspecify.annotations.NullMarked;
