package dev.ephemint.server.http.proxy;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Gives a request that a listed proxy forwards its caller's address, and the scheme and host by which the caller reached the
 * proxy. From anyone else the headers are ignored. Jetty's customizer believes every peer, and of a list its first element,
 * which the caller writes; so it gets only what {@link Hop} has chosen.
 */
public final class ForwardedCustomizer implements HttpConfiguration.Customizer {

    private final Proxies proxies;
    private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

    public ForwardedCustomizer(Proxies proxies) {
        this.proxies = proxies;
        jetty.setForwardedHeader(null);
        jetty.setForwardedServerHeader(null);
        jetty.setForwardedHttpsHeader(null);
        jetty.setForwardedPortHeader(null);
        jetty.setForwardedCipherSuiteHeader(null);
        jetty.setForwardedSslSessionIdHeader(null);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        String peer = Peer.address(request.getConnectionMetaData().getRemoteSocketAddress());
        return proxies.listed().test(peer) ? jetty.customize(chosen(request), responseHeaders) : request;
    }

    private Request chosen(Request request) {
        Hop hop = Hop.of(request.getHeaders(), proxies.header(), proxies.listed());
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders())
                .remove(HttpHeader.FORWARDED)
                .remove(HttpHeader.X_FORWARDED_FOR)
                .remove(HttpHeader.X_FORWARDED_PROTO)
                .remove(HttpHeader.X_FORWARDED_HOST);
        hop.address().ifPresent(address -> headers.put(HttpHeader.X_FORWARDED_FOR, address));
        hop.scheme().ifPresent(scheme -> headers.put(HttpHeader.X_FORWARDED_PROTO, scheme));
        hop.host().ifPresent(host -> headers.put(HttpHeader.X_FORWARDED_HOST, host));
        HttpFields fixed = headers.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return fixed;
            }
        };
    }
}
