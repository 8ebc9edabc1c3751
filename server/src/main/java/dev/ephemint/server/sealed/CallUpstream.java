package dev.ephemint.server.sealed;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.SignedExchange;
import java.net.URI;
import java.util.Optional;

/**
 * An upstream as calls use it.
 *
 * @param exchange for offers, which have a token of their own
 * @param signed for the end of a call, with the upstream's own credential
 * @param calls where offers are posted; empty if the vendor has no calls
 */
public record CallUpstream(Exchange exchange, SignedExchange signed, Optional<URI> calls) {

    public static CallUpstream of(Exchange exchange, Credential credential, Optional<URI> calls) {
        return new CallUpstream(exchange, new SignedExchange(credential, exchange), calls);
    }
}
