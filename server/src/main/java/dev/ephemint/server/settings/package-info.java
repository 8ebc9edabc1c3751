/** All settings as values; {@code reader} fills them. */
@NullMarked
package dev.ephemint.server.settings;

import org.jspecify.annotations.NullMarked;
