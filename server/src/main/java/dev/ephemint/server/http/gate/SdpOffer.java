package dev.ephemint.server.http.gate;

/**
 * An SDP offer as it was sent.
 *
 * @param text the whole body
 */
public record SdpOffer(String text) {

    public static final String MEDIA_TYPE = "application/sdp";

    /** An offer has addresses of the caller's network and the password of its connection. */
    @Override
    public String toString() {
        return "SdpOffer[" + text.length() + "]";
    }
}
