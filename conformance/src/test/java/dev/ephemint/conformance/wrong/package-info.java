/** Gateways that are wrong on purpose, one fault each: the kit must catch every one. */
@NullMarked
package dev.ephemint.conformance.wrong;

import org.jspecify.annotations.NullMarked;
