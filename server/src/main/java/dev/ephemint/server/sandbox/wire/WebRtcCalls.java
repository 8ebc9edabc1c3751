package dev.ephemint.server.sandbox.wire;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where an SDP offer is posted, from any page (both vendors' headers, recorded 2026-06-10 and 2026-07-24). The sandbox
 * checks the credential and does not support WebRTC.
 *
 * @param rejection the response to a credential that is not accepted
 * @param unplayed the response to one that is
 */
public record WebRtcCalls(
        String route,
        Function<VendorRequest, Optional<VendorResponse>> rejection,
        VendorResponse unplayed,
        HttpEndpoint rest)
        implements HttpEndpoint {

    public static final String CODE = "sandbox_plays_no_webrtc";
    public static final String MESSAGE =
            "The sandbox accepted the token and the offer, but does not support WebRTC: a vendor would return 201 with its SDP.";

    @Override
    public VendorResponse respond(VendorRequest request) {
        if (!request.target().path().equals(route)) {
            return rest.respond(request);
        }
        return switch (request.method()) {
            case "OPTIONS" ->
                open(VendorResponse.empty(200)).with("access-control-allow-headers", "authorization,content-type");
            case "POST" -> open(rejection.apply(request).orElse(unplayed));
            default -> rest.respond(request);
        };
    }

    private static VendorResponse open(VendorResponse response) {
        return response.with("access-control-allow-origin", "*")
                .with("access-control-expose-headers", "Location,X-Request-Id");
    }

    @Override
    public String toString() {
        return "Calls[" + route + "]";
    }
}
