@NullMarked
package dev.ephemint.conformance.diff.document;

import org.jspecify.annotations.NullMarked;
