/** The only room that talks to a vendor. */
@NullMarked
package dev.ephemint.server.upstream;

import org.jspecify.annotations.NullMarked;
