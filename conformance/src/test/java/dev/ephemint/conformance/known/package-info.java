/** What a list of known failures may say. */
@NullMarked
package dev.ephemint.conformance.known;

import org.jspecify.annotations.NullMarked;
