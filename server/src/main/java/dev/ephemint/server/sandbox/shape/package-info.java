/** What the vendors accept: members, values and limits, from recordings and published documents. */
@NullMarked
package dev.ephemint.server.sandbox.shape;

import org.jspecify.annotations.NullMarked;
