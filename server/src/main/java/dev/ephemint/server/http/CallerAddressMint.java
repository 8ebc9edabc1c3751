package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.HostFilter;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Connects tokens of an embedded vendor at the host, port and scheme by which the caller reached this service: an address
 * of this machine's own would lead a phone or a container to itself. What counts is the request's {@code Host}, or what a
 * listed proxy forwards in its place, which {@link HostFilter} has checked.
 */
record CallerAddressMint(Mint next, Provider<ContainerRequestContext> asked) implements Mint {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    @Override
    public MintedToken mint(MintRequest request) {
        MintedToken token = next.mint(request);
        return authority()
                .map(authority -> token.withConnection(here(token.connection(), authority)))
                .orElse(token);
    }

    private Connection here(Connection connection, String authority) {
        return connection.withAddresses(connection.addresses().at(scheme(), authority));
    }

    private String scheme() {
        return asked.get().getUriInfo().getBaseUri().getScheme();
    }

    private Optional<String> authority() {
        return Optional.ofNullable(asked.get().getHeaderString(HttpHeaders.HOST))
                .filter(host -> AUTHORITY.matcher(host).matches());
    }

    @Override
    public String toString() {
        return "CallerAddressMint{" + next + "}";
    }
}
