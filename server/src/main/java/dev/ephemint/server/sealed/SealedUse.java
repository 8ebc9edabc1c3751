package dev.ephemint.server.sealed;

import dev.ephemint.server.mint.Operation;

/**
 * What sealed tokens are good for; at least one of both.
 *
 * @param exchange for the vendor's token
 * @param call for one WebRTC call
 */
public record SealedUse(boolean exchange, boolean call) {

    boolean allows(Operation operation) {
        return switch (operation) {
            case CLIENT_SECRETS -> exchange;
            case CALLS -> call;
            case TRANSCRIPTION_SESSIONS, HANGUP -> false;
        };
    }

    /** What its holder is to do, as a sentence. */
    String instruction() {
        String call = "send an SDP offer with it to connect.webrtc.url";
        String exchange = "send it with {} to POST " + Operation.CLIENT_SECRETS.path() + " of this service";
        return "Before it expires, "
                + (this.call ? this.exchange ? call + ", or " + exchange : call : exchange)
                + ", once, as 'Authorization: Bearer'";
    }
}
