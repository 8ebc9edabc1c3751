/** What authenticates us to a vendor; the only room that sees azure-identity. */
@NullMarked
package dev.ephemint.server.credential;

import org.jspecify.annotations.NullMarked;
