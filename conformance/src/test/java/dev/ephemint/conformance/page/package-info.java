/** The page as its visitors have it: in a browser, and in the code that they take from it. */
@NullMarked
package dev.ephemint.conformance.page;

import org.jspecify.annotations.NullMarked;
