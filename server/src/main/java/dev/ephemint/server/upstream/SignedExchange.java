package dev.ephemint.server.upstream;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;

/** Sends calls with the credential, and hides the credential in the replies. */
public final class SignedExchange {

    private final Credential credential;
    private final Exchange exchange;
    private final KeyRedactor keys = new KeyRedactor();

    public SignedExchange(Credential credential, Exchange exchange) {
        this.credential = credential;
        this.exchange = exchange;
    }

    /** The vendor's reply; fails as {@link Credential#sign} and {@link Exchange#send} do. */
    public UpstreamReply send(UpstreamCall call) {
        UpstreamCall signed = credential.sign(call);
        return exchange.send(signed).redacted(keys.of(signed.headers()));
    }
}
