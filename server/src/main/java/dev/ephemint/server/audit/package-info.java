/** Which mints there were: one record when a mint is admitted, one when it ends, never a token. */
@NullMarked
package dev.ephemint.server.audit;

import org.jspecify.annotations.NullMarked;
