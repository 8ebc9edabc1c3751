package dev.ephemint.server.upstream;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.OutOfTime;

/** Sends calls with the credential, and hides the credential in the replies. */
public final class SignedExchange {

    private static final int UNAUTHORIZED = 401;

    private final Credential credential;
    private final Exchange exchange;
    private final KeyRedactor keys = new KeyRedactor();

    public SignedExchange(Credential credential, Exchange exchange) {
        this.credential = credential;
        this.exchange = exchange;
    }

    /**
     * The vendor's reply by the deadline; fails as {@link Credential#sign} and {@link Exchange#send} do, and with
     * {@code CallerLeft} if the caller cannot get the reply any more.
     */
    public UpstreamReply send(UpstreamCall call, MintContext context) {
        UpstreamCall signed = signed(call, context.deadline());
        if (context.presence().hasLeft()) {
            throw new MintFailedException(new CallerLeft());
        }
        UpstreamReply reply = exchange.send(signed, context.deadline());
        if (reply.status() == UNAUTHORIZED) {
            credential.rejected();
        }
        return reply.redacted(keys.of(signed.headers()));
    }

    private UpstreamCall signed(UpstreamCall call, Deadline deadline) {
        try {
            return credential.sign(call, deadline);
        } catch (MintFailedException failed) {
            throw deadline.passed() ? failed.as(new OutOfTime()) : failed;
        }
    }
}
