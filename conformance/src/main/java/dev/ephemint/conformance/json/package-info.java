/** JSON, read and compared without losing a digit, a null or an unknown member. */
@NullMarked
package dev.ephemint.conformance.json;

import org.jspecify.annotations.NullMarked;
