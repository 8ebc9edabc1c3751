/**
 * Stands in for the vendors, as strict as they were recorded, for use without a key and for tests: an independent
 * witness, which shares no mapping with the dialects that it judges. Its tokens open nothing but its own sockets.
 */
@NullMarked
package dev.ephemint.server.sandbox;

import org.jspecify.annotations.NullMarked;
