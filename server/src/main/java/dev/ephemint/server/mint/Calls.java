package dev.ephemint.server.mint;

import java.util.Optional;

/** Opens WebRTC calls for a device, so that the device holds no token of the vendor's, and ends them for the caller that minted. */
public interface Calls {

    /**
     * Posts an offer to the vendor.
     *
     * @param request shows the sealed token that says which session the call is
     * @param offer SDP, sent on as it is
     * @throws MintFailedException with one of the closed set of {@link MintFailure}; nothing else
     */
    Opened open(MintRequest request, String offer);

    /**
     * Ends a call at the vendor that opened it; empty if no sealed token of this caller is known to have opened it.
     *
     * @param id the vendor's, as a caller sent it
     * @throws MintFailedException with one of the closed set of {@link MintFailure}; nothing else
     */
    Optional<Ended> end(MintContext context, String id);

    /** Whether a text begins as SDP does (RFC 8866, 5.1). */
    static boolean isSdp(String text) {
        return text.startsWith("v=0\r\n") || text.startsWith("v=0\n");
    }

    /**
     * A call that is open.
     *
     * @param sdp of the vendor
     * @param id the vendor's id of the call, if it named one
     * @param requestId the vendor's id of the exchange
     */
    record Opened(String sdp, Optional<String> id, Optional<String> requestId) {

        /** An SDP has the password of the call's connection. */
        @Override
        public String toString() {
            return "Opened[id=" + id.orElse("?") + "]";
        }
    }

    /**
     * The vendor accepted that a call ends.
     *
     * @param requestId the vendor's id of the exchange
     */
    record Ended(Optional<String> requestId) {}
}
