package dev.ephemint.server.sandbox;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where an SDP offer is posted, from any page (both vendors' headers, recorded 2026-06-10 and 2026-07-24). The sandbox
 * looks at the credential and plays no WebRTC.
 *
 * @param refusal what is said to one who may not call
 * @param unplayed what is said to one who may
 */
record Calls(String route, Function<Inquiry, Optional<Answer>> refusal, Answer unplayed, Vendor rest)
        implements Vendor {

    static final String CODE = "sandbox_plays_no_webrtc";
    static final String MESSAGE =
            "The sandbox took the token and the offer, and plays no WebRTC: a vendor would answer 201 with its SDP.";

    @Override
    public Answer answer(Inquiry inquiry) {
        if (!inquiry.target().path().equals(route)) {
            return rest.answer(inquiry);
        }
        return switch (inquiry.method()) {
            case "OPTIONS" ->
                open(Answer.empty(200)).with("access-control-allow-headers", "authorization,content-type");
            case "POST" -> open(refusal.apply(inquiry).orElse(unplayed));
            default -> rest.answer(inquiry);
        };
    }

    private static Answer open(Answer answer) {
        return answer.with("access-control-allow-origin", "*")
                .with("access-control-expose-headers", "Location,X-Request-Id");
    }

    @Override
    public String toString() {
        return "Calls[" + route + "]";
    }
}
