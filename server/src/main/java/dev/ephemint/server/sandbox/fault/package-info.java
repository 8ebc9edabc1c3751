/** What can go wrong with a vendor, an account or the network between: one decorator for each fault. */
@NullMarked
package dev.ephemint.server.sandbox.fault;

import org.jspecify.annotations.NullMarked;
