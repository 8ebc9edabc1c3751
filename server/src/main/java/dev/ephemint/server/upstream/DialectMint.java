package dev.ephemint.server.upstream;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;

/** The innermost mint: says the request in the vendor's dialect, sends it, and reads the answer. */
public record DialectMint(Dialect dialect, Credential credential, Exchange exchange) implements Mint {

    @Override
    public MintedToken mint(MintRequest request) {
        return dialect.decode(request, new SignedExchange(credential, exchange).send(dialect.encode(request)));
    }

    @Override
    public String toString() {
        return "DialectMint{" + dialect.name() + "}";
    }
}
