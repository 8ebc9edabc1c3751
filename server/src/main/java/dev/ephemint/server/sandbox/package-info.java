/**
 * Imitates the vendors, as strict as they were recorded, for use without a key and for tests. It shares no mapping
 * with the dialects that it checks. Its tokens open only its own sockets.
 */
@NullMarked
package dev.ephemint.server.sandbox;

import org.jspecify.annotations.NullMarked;
