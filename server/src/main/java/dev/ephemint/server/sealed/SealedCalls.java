package dev.ephemint.server.sealed;

import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.dialect.WebRtcCall;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.upstream.Exchange;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens a sealed token and posts the offer with the vendor's token, which no device gets. The offer is sent once: after a failure
 * the call may be open. The caller that minted the token can end the call.
 *
 * @param mint opens the sealed token of a request
 * @param policy refuses what the caller may not ask for
 * @param upstreams by name
 * @param unnamed the name of the only one
 */
public record SealedCalls(
        Mint mint,
        Consumer<MintContext> policy,
        Map<String, CallUpstream> upstreams,
        String unnamed,
        CallJournal journal)
        implements Calls {

    private static final Unreachable GONE = new Unreachable("the upstream is not configured any more");

    public SealedCalls {
        upstreams = Map.copyOf(upstreams);
    }

    @Override
    public Opened open(MintRequest request, String offer) {
        MintedToken token = mint.mint(request);
        String upstream = token.connection().upstream().orElse(unnamed);
        Exchange exchange = upstream(upstream).exchange();
        MintContext context = request.context();
        if (context.presence().hasLeft()) {
            throw new MintFailedException(new CallerLeft());
        }
        Opened call = opened(token.value(), post(exchange, token, offer, context));
        journal.opened(context, token, upstream, call);
        return call;
    }

    private CallUpstream upstream(String name) {
        return Optional.ofNullable(upstreams.get(name)).orElseThrow(() -> new MintFailedException(GONE));
    }

    @Override
    public Optional<Ended> end(MintContext context, String id) {
        if (context.sealed().isPresent()) {
            journal.watch().refused(SealRefusal.ENDPOINT);
            throw new MintFailedException(new NotPermitted(
                    null,
                    "endpoint_not_allowed",
                    "A sealed token ends no call; use the credential with which it was minted."));
        }
        policy.accept(context);
        if (!WebRtcCall.isId(id)) {
            journal.unknown();
            return Optional.empty();
        }
        return journal.upstream(context, id).map(name -> end(context, name, id));
    }

    private Ended end(MintContext context, String name, String id) {
        try {
            CallUpstream upstream = upstream(name);
            URI calls = upstream.calls().orElseThrow(() -> new MintFailedException(GONE));
            Ended ended = WebRtcCall.ended(upstream.signed().send(WebRtcCall.hangUp(calls, id), context));
            journal.ended(context, name, id, Optional.empty());
            return ended;
        } catch (MintFailedException failed) {
            journal.ended(context, name, id, Optional.of(failed.failure()));
            throw failed;
        }
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
