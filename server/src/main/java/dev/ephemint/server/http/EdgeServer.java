package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.ClientAddress;
import dev.ephemint.server.http.filter.ClientCertificate;
import dev.ephemint.server.http.filter.HostFilter;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The HTTP server: Jersey on Jetty. */
public final class EdgeServer implements AutoCloseable {

    /** Longer than a mint takes by default, so that requests in progress still get a response. */
    private static final long STOP_MILLIS = 15_000;

    /** Longer than a mint may take at most: while it waits for the vendor, its connection is idle. */
    private static final long IDLE_MILLIS = 75_000;

    /** Every line ends with CRLF (RFC 9112, 2.2): a proxy in front that reads a bare LF otherwise sees other requests. */
    private static final HttpCompliance STRICT =
            HttpCompliance.RFC9110.without("ephemint", Violation.LF_HEADER_TERMINATION, Violation.LF_CHUNK_TERMINATION);

    private final Server server;
    private final ServerConnector connector;
    private final GracefulHandler handler;
    private final String scheme;

    private EdgeServer(Server server, ServerConnector connector, GracefulHandler handler, String scheme) {
        this.server = server;
        this.connector = connector;
        this.handler = handler;
        this.scheme = scheme;
    }

    /**
     * Starts to listen, or throws and leaves nothing running.
     *
     * @throws Exception if it cannot listen on that address
     */
    public static EdgeServer start(Listener listener, Edge edge) throws Exception {
        Server server = new Server(threads());
        ServerConnector connector = connector(server, listener);
        connector.setHost(listener.host());
        connector.setPort(listener.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        GracefulHandler handler = new GracefulHandler(handler(server, edge));
        server.setHandler(handler);
        server.setErrorHandler(new EnvelopeErrorHandler());
        try {
            server.start();
        } catch (Exception failed) {
            server.stop();
            throw failed;
        }
        return new EdgeServer(server, connector, handler, listener.scheme());
    }

    /** {@link HostFilter} checks host names, not the certificate: callers check that. */
    private static ServerConnector connector(Server server, Listener listener) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http());
        return listener.tls()
                .map(tls -> {
                    plain.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
                    SslContextFactory.Server factory = new SslContextFactory.Server();
                    factory.setSslContext(tls);
                    factory.setWantClientAuth(listener.asksForCertificates());
                    return new ServerConnector(server, factory, plain);
                })
                .orElseGet(() -> new ServerConnector(server, plain));
    }

    private static Handler handler(Server server, Edge edge) {
        Handler jersey = new AnyHostHandler(new CompletingHandler(ContainerFactory.createContainer(
                JettyHttpContainer.class,
                application(edge).register(new ClientAddress()).register(new ClientCertificate()))));
        return edge.embedded()
                .<Handler>map(vendor -> new Handler.Sequence(
                        new EmbeddedVendorHandler(
                                vendor.on(server), edge.settings().hosts()),
                        jersey))
                .orElse(jersey);
    }

    /** Mints block, so on a JDK that has virtual threads each request gets one of its own. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        }
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(STRICT);
        return http;
    }

    /** Independent of Jetty: {@link LocalEdge} uses it, too. */
    static ResourceConfig application(Edge edge) {
        return new ResourceConfig()
                .register(new RealtimeFeature(edge))
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    }

    public URI uri() {
        String host = connector.getHost();
        String authority = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + authority + ":" + connector.getLocalPort());
    }

    /**
     * Stops accepting, completes the requests in progress, and stops. Jetty's own graceful stop would cut off a mint that
     * takes longer than its idle time on shutdown.
     */
    @Override
    public void close() throws Exception {
        connector.setAccepting(false);
        try {
            handler.shutdown().get(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            server.stop();
        }
    }
}
