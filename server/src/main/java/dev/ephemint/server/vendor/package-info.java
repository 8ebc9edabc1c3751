/** The catalogue of vendors: what the service needs from each, in one class per vendor. */
@NullMarked
package dev.ephemint.server.vendor;

import org.jspecify.annotations.NullMarked;
