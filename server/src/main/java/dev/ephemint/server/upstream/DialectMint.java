package dev.ephemint.server.upstream;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;

/** The innermost mint: encodes the request in the vendor's dialect, sends it, and decodes the response. */
public final class DialectMint implements Mint {

    private final Dialect dialect;
    private final SignedExchange exchange;

    public DialectMint(Dialect dialect, Credential credential, Exchange exchange) {
        this.dialect = dialect;
        this.exchange = new SignedExchange(credential, exchange);
    }

    @Override
    public MintedToken mint(MintRequest request) {
        return dialect.decode(request, exchange.send(dialect.encode(request), request.context()));
    }

    @Override
    public String toString() {
        return "DialectMint{" + dialect.name() + "}";
    }
}
