/** Request and response filters: ids, hosts, path prefixes, headers and the log. */
@NullMarked
package dev.ephemint.server.http.filter;

import org.jspecify.annotations.NullMarked;
