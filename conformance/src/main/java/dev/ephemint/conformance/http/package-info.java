/** HTTP messages as plain values, and the kit's client. */
@NullMarked
package dev.ephemint.conformance.http;

import org.jspecify.annotations.NullMarked;
