/** The whole service with several upstreams. */
@NullMarked
package dev.ephemint.server.app.route;

import org.jspecify.annotations.NullMarked;
