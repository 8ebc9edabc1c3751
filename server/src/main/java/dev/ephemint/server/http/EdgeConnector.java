package dev.ephemint.server.http;

import dev.ephemint.server.http.intake.OpenConnections;
import dev.ephemint.server.http.intake.WatchedConnector;
import dev.ephemint.server.http.proxy.ForwardedCustomizer;
import dev.ephemint.server.http.proxy.ListedProxyFactory;
import dev.ephemint.server.http.proxy.Proxies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Accepts connections: http or https, behind the PROXY protocol of listed proxies if that is configured. */
final class EdgeConnector extends WatchedConnector {

    /** As many connections may come at the same moment; the system has a limit of its own. */
    private static final int BACKLOG = 4096;

    private static final int ACCEPTORS = 1;

    private static final int MAX_HEADER_BYTES = 8192;

    /** Every line ends with CRLF (RFC 9112, 2.2): a proxy in front that reads a bare LF otherwise sees other requests. */
    private static final HttpCompliance STRICT =
            HttpCompliance.RFC9110.without("ephemint", Violation.LF_HEADER_TERMINATION, Violation.LF_CHUNK_TERMINATION);

    private final Optional<SslContextFactory.Server> tls;

    private EdgeConnector(
            Server server,
            OpenConnections connections,
            Optional<SslContextFactory.Server> tls,
            ConnectionFactory... protocols) {
        super(server, connections, ACCEPTORS, selectors(), protocols);
        this.tls = tls;
    }

    static EdgeConnector of(Server server, dev.ephemint.server.http.Listener listener, Duration idle) {
        Optional<SslContextFactory.Server> tls = listener.tls().map(context -> tls(context, listener));
        EdgeConnector connector = new EdgeConnector(
                server, new OpenConnections(listener.maxConnections()), tls, protocols(tls, listener.proxies()));
        connector.setHost(listener.host());
        connector.setPort(listener.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(idle.toMillis());
        return connector;
    }

    /** Jetty's own number, but at least two: a burst that one of them reads delays only half of the connections. */
    private static int selectors() {
        return Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Connections that are open keep the certificate that they began with. */
    void renew(SSLContext context) throws Exception {
        tls.orElseThrow().reload(factory -> factory.setSslContext(context));
    }

    private static SslContextFactory.Server tls(SSLContext context, dev.ephemint.server.http.Listener listener) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setWantClientAuth(listener.asksForCertificates());
        return factory;
    }

    /** A connection begins with the first. */
    private static ConnectionFactory[] protocols(Optional<SslContextFactory.Server> tls, Proxies proxies) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http(tls.isPresent(), proxies));
        List<ConnectionFactory> protocols =
                new ArrayList<>(tls.map(factory -> List.of(AbstractConnectionFactory.getFactories(factory, plain)))
                        .orElse(List.of(plain)));
        if (proxies.protocol()) {
            String next = protocols.get(0).getProtocol();
            ProxyConnectionFactory proxy = new ProxyConnectionFactory(next);
            protocols.add(0, proxy);
            protocols.add(0, new ListedProxyFactory(proxies.listed(), proxy, next));
        }
        return protocols.toArray(ConnectionFactory[]::new);
    }

    /** The host filter checks host names, not the certificate: callers check that. */
    private static HttpConfiguration http(boolean tls, Proxies proxies) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(STRICT);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        if (tls) {
            http.addCustomizer(new SecureRequestCustomizer(false));
        }
        http.addCustomizer(new ForwardedCustomizer(proxies));
        return http;
    }
}
