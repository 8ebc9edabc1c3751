/** Tests of the HTTP parts of the client. */
@NullMarked
package dev.ephemint.client.internal;

import org.jspecify.annotations.NullMarked;
