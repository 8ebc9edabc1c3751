/** Addresses of callers that come through listed proxies: forwarded headers, and the PROXY protocol. */
@NullMarked
package dev.ephemint.server.http.proxy;

import org.jspecify.annotations.NullMarked;
