/** What the tests of several modules need; published in the test jar. */
@NullMarked
package dev.ephemint.contract.testing;

import org.jspecify.annotations.NullMarked;
