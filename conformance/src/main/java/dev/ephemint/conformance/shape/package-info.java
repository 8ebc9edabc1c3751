/** The two shapes of a mint, each as the other: what the kit expects of a gateway that translates. */
@NullMarked
package dev.ephemint.conformance.shape;

import org.jspecify.annotations.NullMarked;
