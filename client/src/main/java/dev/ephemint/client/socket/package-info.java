/** Transcribes audio over a WebSocket: {@link dev.ephemint.client.socket.TranscriptionSocket}. */
@NullMarked
package dev.ephemint.client.socket;

import org.jspecify.annotations.NullMarked;
