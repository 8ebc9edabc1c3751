/** The composition root, and the running service. */
@NullMarked
package dev.ephemint.server.app;

import org.jspecify.annotations.NullMarked;
