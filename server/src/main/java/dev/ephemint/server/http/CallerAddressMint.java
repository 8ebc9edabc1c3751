package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.CurrentRequest;
import dev.ephemint.server.http.filter.HostFilter;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;

/**
 * Connects tokens of an embedded vendor at the host, port and scheme by which the caller reached this service: an address
 * of this machine's own would lead a phone or a container to itself. What counts is the request's {@code Host}, or what a
 * listed proxy forwards in its place, which {@link HostFilter} has checked.
 */
record CallerAddressMint(Mint next) implements Mint {

    @Override
    public MintedToken mint(MintRequest request) {
        MintedToken token = next.mint(request);
        return CallerAuthority.of(CurrentRequest.get())
                .map(authority -> token.withConnection(here(token.connection(), authority)))
                .orElse(token);
    }

    private Connection here(Connection connection, String authority) {
        return connection.withAddresses(connection.addresses().at(scheme(), authority));
    }

    private String scheme() {
        return CurrentRequest.get().getUriInfo().getBaseUri().getScheme();
    }

    @Override
    public String toString() {
        return "CallerAddressMint{" + next + "}";
    }
}
