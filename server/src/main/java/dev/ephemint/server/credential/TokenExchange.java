package dev.ephemint.server.credential;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;

/** Sends a call to a token endpoint: a credential itself sends nothing. */
@FunctionalInterface
public interface TokenExchange {

    /** @throws dev.ephemint.server.mint.MintFailedException if no whole response arrived by the deadline */
    UpstreamReply send(UpstreamCall call, Deadline deadline);
}
