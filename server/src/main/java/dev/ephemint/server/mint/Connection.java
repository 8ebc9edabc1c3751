package dev.ephemint.server.mint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How to use a token: where its socket is, and what to know before connecting. Holds no secret.
 *
 * @param dialect the vendor dialect that minted
 * @param webSocket the socket's address with its query, made from configuration and never from a vendor's redirect
 * @param warnings what the caller should know
 */
public record Connection(String dialect, URI webSocket, List<MintWarning> warnings) {

    public Connection {
        warnings = List.copyOf(warnings);
    }

    public Connection withWarning(MintWarning warning) {
        List<MintWarning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Connection(dialect, webSocket, more);
    }
}
