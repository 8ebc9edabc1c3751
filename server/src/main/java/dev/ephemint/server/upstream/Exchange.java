package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;

/** Sends one call and returns the whole response, regardless of its status. */
@FunctionalInterface
public interface Exchange {

    /**
     * Sends a call.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code TimedOut}, {@code Unreachable} or
     *     {@code UnreadableResponse} if no whole response arrived
     */
    UpstreamReply send(UpstreamCall call);
}
