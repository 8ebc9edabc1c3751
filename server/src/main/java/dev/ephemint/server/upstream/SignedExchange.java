package dev.ephemint.server.upstream;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;

/** Sends a call in our name, and takes our key out of what comes back. */
public record SignedExchange(Credential credential, Exchange exchange) {

    /** The vendor's reply; fails as {@link Credential#sign} and {@link Exchange#send} do. */
    public UpstreamReply send(UpstreamCall call) {
        UpstreamCall signed = credential.sign(call);
        return OwnKey.redact(exchange.send(signed), signed);
    }
}
