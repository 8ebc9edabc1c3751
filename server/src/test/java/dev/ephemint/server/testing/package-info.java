/** Servers and fixtures that the tests of several rooms share. */
@NullMarked
package dev.ephemint.server.testing;

import org.jspecify.annotations.NullMarked;
