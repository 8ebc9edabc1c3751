package dev.ephemint.server.dialect;

import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Calls.Ended;
import dev.ephemint.server.mint.Calls.Opened;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SDP offer that is posted with an ephemeral key, and the response. Azure was recorded with it on 2026-07-24. OpenAI was recorded
 * with its form and an API key on the same day; that it accepts an ephemeral key is documented. Both responded with 201, the
 * SDP as {@code text/plain} and a relative {@code Location}. And the end of such a call.
 */
public final class WebRtcCall {

    private static final String TYPE = "application/sdp";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** Azure omits {@code /openai} from the path, so only the last segment is read. */
    private static final Pattern LOCATION = Pattern.compile("/realtime/calls/(" + ID + ")$");

    private static final ReplyReader REPLIES =
            new ReplyReader(List.of("apim-request-id", "x-request-id"), UnaryOperator.identity());

    private WebRtcCall() {}

    /** @param authorization the whole value of the header */
    public static UpstreamCall encode(URI calls, String authorization, String offer) {
        return UpstreamCall.post(
                calls,
                Map.of("authorization", authorization),
                new UpstreamCall.Text(TYPE, offer),
                UpstreamCall.Purpose.CALL);
    }

    /**
     * The call in a vendor's reply.
     *
     * @throws MintFailedException if the reply holds none
     */
    public static Opened decode(UpstreamReply reply) {
        REPLIES.requireSuccess(reply);
        if (!Calls.isSdp(reply.body())) {
            throw REPLIES.unreadable(reply, "the response is no SDP");
        }
        return new Opened(reply.body(), id(reply), REPLIES.requestId(reply));
    }

    /** Whether a text can be the id of a call. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Ends a call: a POST without a body, with the API key. OpenAI and Azure document it for calls over WebRTC; nothing of it was
     * recorded. Sources: developers.openai.com, "Hang up call", and learn.microsoft.com, "End a Realtime call", read 2026-11-26.
     *
     * @param id for which {@link #isId} holds
     */
    public static UpstreamCall hangUp(URI calls, String id) {
        return UpstreamCall.post(
                URI.create(calls + "/" + id + "/hangup"),
                Map.of(),
                UpstreamCall.Text.NONE,
                UpstreamCall.Purpose.HANGUP);
    }

    /**
     * What a vendor's reply to that says.
     *
     * @throws MintFailedException if the vendor did not accept it
     */
    public static Ended ended(UpstreamReply reply) {
        REPLIES.requireSuccess(reply);
        return new Ended(REPLIES.requestId(reply));
    }

    /** A reply that cannot be passed on. */
    public static MintFailedException withheld(UpstreamReply reply, String reason) {
        return new MintFailedException(
                new UnreadableResponse(reason), REPLIES.requestId(reply).orElse(null));
    }

    private static Optional<String> id(UpstreamReply reply) {
        return reply.header("location")
                .map(LOCATION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }
}
