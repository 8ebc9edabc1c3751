package dev.ephemint.server.sealed;

import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.dialect.WebRtcCall;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.upstream.Exchange;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a sealed token and posts the offer with the vendor's token, which no device gets. The offer is sent once: after a failure
 * the call may be open.
 *
 * @param mint opens the sealed token of a request
 * @param exchanges by the name of the upstream
 * @param unnamed the name of the only one
 */
public record SealedCalls(Mint mint, Map<String, Exchange> exchanges, String unnamed) implements Calls {

    private static final Logger LOG = LoggerFactory.getLogger(SealedCalls.class);

    private static final Unreachable GONE = new Unreachable("the upstream of the token is not configured any more");

    public SealedCalls {
        exchanges = Map.copyOf(exchanges);
    }

    @Override
    public Opened open(MintRequest request, String offer) {
        MintedToken token = mint.mint(request);
        String upstream = token.connection().upstream().orElse(unnamed);
        Exchange exchange =
                Optional.ofNullable(exchanges.get(upstream)).orElseThrow(() -> new MintFailedException(GONE));
        MintContext context = request.context();
        if (context.presence().hasLeft()) {
            throw new MintFailedException(new CallerLeft());
        }
        Opened call = opened(token.value(), post(exchange, token, offer, context));
        LOG.atInfo()
                .addKeyValue("caller", context.caller().id())
                .addKeyValue("upstream", upstream)
                .addKeyValue("call", call.id().orElse("?"))
                .log("call opened");
        return call;
    }

    private static UpstreamReply post(Exchange exchange, MintedToken token, String offer, MintContext context) {
        String authorization = "Bearer " + token.value().reveal();
        try {
            return exchange.send(
                    WebRtcCall.encode(token.connection().addresses().webRtc().orElseThrow(), authorization, offer),
                    context.deadline());
        } catch (MintFailedException failed) {
            throw failed.failure() instanceof OutOfTime ? failed.as(new TimedOut()) : failed;
        }
    }

    /** An SDP has random texts of its own, so it is withheld if the token is in it, and nothing in it is hidden. */
    private static Opened opened(Secret token, UpstreamReply reply) {
        if (reply.status() / 100 != 2) {
            return WebRtcCall.decode(reply.redacted(token.redactor()));
        }
        if (token.isPartlyIn(reply.body())) {
            throw WebRtcCall.withheld(reply, "the SDP answer has a part of the token");
        }
        Opened call = WebRtcCall.decode(reply);
        return new Opened(call.sdp(), call.id().filter(id -> !token.isPartlyIn(id)), call.requestId());
    }
}
