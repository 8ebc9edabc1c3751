/** Fakes of Ephemint and of a vendor's socket, for users' tests. */
@NullMarked
package dev.ephemint.client.testing;

import org.jspecify.annotations.NullMarked;
