/** Tests of what the service does under load, and while its vendor, callers, network, store or another replica fail. */
@NullMarked
package dev.ephemint.server.app.load;

import org.jspecify.annotations.NullMarked;
