/** The contract as both sides read it: the bundled document, the one JSON mapper and the gate of schemas. */
@NullMarked
package dev.ephemint.contract;

import org.jspecify.annotations.NullMarked;
