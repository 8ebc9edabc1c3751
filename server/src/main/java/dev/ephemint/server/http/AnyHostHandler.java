package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.HostFilter;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets Jersey serve requests whose {@code Host} is no host name to {@link URI}, such as {@code my_mint} in a compose file:
 * its container (3.1.11) responds to them with 400 and no body. Their URL gets a stand-in for the host; the header stays,
 * and it is what {@link HostFilter} and {@link CallerAddressMint} read.
 */
final class AnyHostHandler extends Handler.Wrapper {

    /** Reserved (RFC 6761), so that it is no name of this machine. */
    private static final String STAND_IN = "host.invalid";

    AnyHostHandler(Handler jersey) {
        super(jersey);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(
                isHostName(Request.getServerName(request)) ? request : withStandIn(request), response, callback);
    }

    private static boolean isHostName(String host) {
        try {
            return new URI("http", host, null, null).getHost() != null;
        } catch (URISyntaxException other) {
            return false;
        }
    }

    private static Request withStandIn(Request request) {
        return Request.serveAs(
                request, HttpURI.build(request.getHttpURI()).host(STAND_IN).asImmutable());
    }
}
