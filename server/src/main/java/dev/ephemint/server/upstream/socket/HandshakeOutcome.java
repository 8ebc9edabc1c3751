package dev.ephemint.server.upstream.socket;

import dev.ephemint.server.dialect.UpstreamReply;

/** The outcome of a socket handshake. */
public sealed interface HandshakeOutcome {

    record Opened(OpenSocket socket) implements HandshakeOutcome {}

    /** The vendor responded with a status other than 101; a redirect is not followed. */
    record Refused(UpstreamReply reply) implements HandshakeOutcome {}
}
