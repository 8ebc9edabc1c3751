package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;

/** One vendor's way to say it. Pure: no I/O, no clock, no configuration look-up, no credential. */
public interface Dialect {

    /** {@code openai}, {@code openai-beta}, {@code azure} or {@code azure-preview}. */
    String name();

    /**
     * Refuses a kind of session that this vendor does not mint, before anything else is judged.
     *
     * @throws dev.ephemint.server.mint.MintFailedException naming {@code session.type}
     */
    default void refuseSessionType(MintRequest request) {
        // Both kinds are minted, unless a dialect says otherwise.
    }

    /**
     * The vendor's call for a request.
     *
     * @throws dev.ephemint.server.mint.MintFailedException where this dialect cannot express what was asked
     */
    UpstreamCall encode(MintRequest request);

    /**
     * The token in a vendor's reply to that request.
     *
     * @throws dev.ephemint.server.mint.MintFailedException where the reply holds none
     */
    MintedToken decode(MintRequest request, UpstreamReply reply);

    /** The client event that configures a session of this vendor's as the request asks, in the vendor's own names. */
    default ObjectNode sessionUpdate(MintRequest request) {
        return SessionUpdate.of("session.update", request.at("/session"));
    }
}
