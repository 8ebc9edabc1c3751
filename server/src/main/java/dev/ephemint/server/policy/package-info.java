/** What happens around a mint: one class per concern, each wrapping the next. */
@NullMarked
package dev.ephemint.server.policy;

import org.jspecify.annotations.NullMarked;
