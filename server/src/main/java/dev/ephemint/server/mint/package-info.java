/** The mint and the values it works on: what every other room speaks. */
@NullMarked
package dev.ephemint.server.mint;

import org.jspecify.annotations.NullMarked;
