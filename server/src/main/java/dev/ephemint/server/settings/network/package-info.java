/** Ranges of addresses, and the proxies in front of the service. */
@NullMarked
package dev.ephemint.server.settings.network;

import org.jspecify.annotations.NullMarked;
