/** HTTP messages as plain values, and the one client that the kit calls with. */
@NullMarked
package dev.ephemint.conformance.http;

import org.jspecify.annotations.NullMarked;
