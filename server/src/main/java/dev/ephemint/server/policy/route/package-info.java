/** Decides which upstreams may mint for a request, and asks them one after the other. */
@NullMarked
package dev.ephemint.server.policy.route;

import org.jspecify.annotations.NullMarked;
