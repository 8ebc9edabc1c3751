/** Test kit of all modules; published in the test jar. */
@NullMarked
package dev.ephemint.testing;

import org.jspecify.annotations.NullMarked;
