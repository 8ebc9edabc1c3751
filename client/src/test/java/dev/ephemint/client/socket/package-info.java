/** The transcription socket against a fake vendor. */
@NullMarked
package dev.ephemint.client.socket;

import org.jspecify.annotations.NullMarked;
