/** Tests that plant secrets in everything that a vendor controls, and look for them in everything that the service writes. */
@NullMarked
package dev.ephemint.server.planted;

import org.jspecify.annotations.NullMarked;
