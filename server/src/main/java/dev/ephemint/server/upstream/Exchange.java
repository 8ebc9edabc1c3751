package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;

/** Sends one call and returns the whole response, regardless of its status. */
@FunctionalInterface
public interface Exchange {

    /**
     * Sends a call, and is done by the deadline.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code TimedOut}, {@code Unreachable} or
     *     {@code UnreadableResponse} if no whole response arrived; {@code OutOfTime} or {@code NoConnection} if nothing
     *     was sent
     */
    UpstreamReply send(UpstreamCall call, Deadline deadline);
}
