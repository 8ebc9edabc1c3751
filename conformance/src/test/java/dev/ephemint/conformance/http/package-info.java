/** The kit's HTTP client: it changes nothing that it sends or receives, and waits no longer than its deadline. */
@NullMarked
package dev.ephemint.conformance.http;

import org.jspecify.annotations.NullMarked;
