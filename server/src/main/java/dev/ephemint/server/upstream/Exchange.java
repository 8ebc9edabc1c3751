package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;

/** Sends one call and gives the whole answer, whatever its status. */
@FunctionalInterface
public interface Exchange {

    /**
     * Sends a call.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code TimedOut}, {@code Unreachable} or
     *     {@code UnreadableAnswer} where no whole answer came
     */
    UpstreamReply send(UpstreamCall call);
}
