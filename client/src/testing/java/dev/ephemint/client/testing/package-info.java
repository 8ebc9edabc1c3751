/** Stand-ins for Ephemint and for a vendor's socket, for the tests of those who use the client. */
@NullMarked
package dev.ephemint.client.testing;

import org.jspecify.annotations.NullMarked;
