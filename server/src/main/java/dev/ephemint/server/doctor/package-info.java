/** Finds out, step by step and with real exchanges, why no transcript comes, and names the fix; it decides nothing. */
@NullMarked
package dev.ephemint.server.doctor;

import org.jspecify.annotations.NullMarked;
