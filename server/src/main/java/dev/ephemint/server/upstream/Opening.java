package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamReply;

/** What a handshake came to. */
public sealed interface Opening {

    record Opened(OpenSocket socket) implements Opening {}

    /** The vendor answered with anything but 101; a redirect is not followed. */
    record Refused(UpstreamReply reply) implements Opening {}
}
