/** Files that users write in YAML: read strictly, with every mistake reported at once. */
@NullMarked
package dev.ephemint.conformance.input;

import org.jspecify.annotations.NullMarked;
