/** The contract that clients are generated from. */
@NullMarked
package dev.ephemint.conformance.polyglot.client;

import org.jspecify.annotations.NullMarked;
