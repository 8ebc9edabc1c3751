/** The mint and the values it works on: the vocabulary of all other packages. */
@NullMarked
package dev.ephemint.server.mint;

import org.jspecify.annotations.NullMarked;
