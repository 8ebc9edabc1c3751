/** Where everything is put together. */
@NullMarked
package dev.ephemint.server.app;

import org.jspecify.annotations.NullMarked;
