package dev.ephemint.server.http;

import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.http.filter.CurrentRequest;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Operation;
import java.net.URI;
import java.util.Optional;

/** Gives a sealed token the address of this service's own calls, by which the caller reached it. */
record CallAddressMint(Mint next) implements Mint {

    @Override
    public MintedToken mint(MintRequest request) {
        MintedToken token = next.mint(request);
        Connection connection = token.connection();
        boolean sealed = token.value().reveal().startsWith(ShownCredentials.SEALED);
        if (!sealed || connection.addresses().webRtc().isEmpty()) {
            return token;
        }
        return token.withConnection(CallerAuthority.of(CurrentRequest.get())
                .map(authority -> connection.withAddresses(here(connection.addresses(), authority)))
                .orElseGet(connection::withoutWebRtc));
    }

    private Addresses here(Addresses addresses, String authority) {
        String scheme = CurrentRequest.get().getUriInfo().getBaseUri().getScheme();
        return new Addresses(
                addresses.webSocket(),
                addresses.takesSubprotocols(),
                Optional.of(URI.create(scheme + "://" + authority + Operation.CALLS.path())));
    }

    @Override
    public String toString() {
        return "CallAddressMint{" + next + "}";
    }
}
