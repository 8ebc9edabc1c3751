/** The matrix: every optional member, in every form, over every dialect and shape, compared as exact trees at each hop. */
@NullMarked
package dev.ephemint.conformance.matrix;

import org.jspecify.annotations.NullMarked;
