/** Audio samples: read from WAV files, encoded in the formats that sessions accept. */
@NullMarked
package dev.ephemint.client.internal.audio;

import org.jspecify.annotations.NullMarked;
