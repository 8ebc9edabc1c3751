/** Sockets as the vendors serve them: handshake, events, audio and scripted transcripts. */
@NullMarked
package dev.ephemint.server.sandbox.socket;

import org.jspecify.annotations.NullMarked;
