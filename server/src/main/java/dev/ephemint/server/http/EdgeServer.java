package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.Arrival;
import dev.ephemint.server.http.filter.ClientAddress;
import dev.ephemint.server.http.filter.ClientCertificate;
import dev.ephemint.server.http.filter.HostFilter;
import dev.ephemint.server.http.intake.BodyHandler;
import dev.ephemint.server.http.intake.CorsHandler;
import dev.ephemint.server.http.intake.DispatchHandler;
import dev.ephemint.server.http.intake.InFlightHandler;
import dev.ephemint.server.http.intake.MemoryBudget;
import dev.ephemint.server.http.intake.RequestLimits;
import java.net.URI;
import java.time.Duration;
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

    /** Beside the time that a request may take: while it waits for the vendor, its connection is idle. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(75);

    /** For what blocks no thread: connections, heads, bodies, and requests that are turned away. */
    private static final int THREADS_BESIDE_REQUESTS = 32;

    /** As many connections may come at the same moment; the system has a limit of its own. */
    private static final int BACKLOG = 4096;

    private static final int MAX_HEADER_BYTES = 8192;

    /** Every line ends with CRLF (RFC 9112, 2.2): a proxy in front that reads a bare LF otherwise sees other requests. */
    private static final HttpCompliance STRICT =
            HttpCompliance.RFC9110.without("ephemint", Violation.LF_HEADER_TERMINATION, Violation.LF_CHUNK_TERMINATION);

    private final Server server;
    private final ServerConnector connector;
    private final GracefulHandler handler;
    private final String scheme;
    private final Duration longest;

    private EdgeServer(
            Server server, ServerConnector connector, GracefulHandler handler, String scheme, Duration longest) {
        this.server = server;
        this.connector = connector;
        this.handler = handler;
        this.scheme = scheme;
        this.longest = longest;
    }

    /**
     * Starts to listen, or throws and leaves nothing running.
     *
     * @throws Exception if it cannot listen on that address
     */
    public static EdgeServer start(Listener listener, Edge edge) throws Exception {
        RequestLimits limits = edge.settings().limits();
        Server server = new Server(threads(limits.inFlight()));
        ServerConnector connector = connector(server, listener);
        connector.setHost(listener.host());
        connector.setPort(listener.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(longer(IDLE, limits.timeout().plus(MARGIN)).toMillis());
        server.addConnector(connector);
        GracefulHandler handler = new GracefulHandler(intake(limits, handler(server, edge)));
        server.setHandler(edge.settings()
                .crossOrigins()
                .<Handler>map(origins -> new CorsHandler(origins, handler))
                .orElse(handler));
        server.setErrorHandler(new EnvelopeErrorHandler());
        try {
            server.start();
        } catch (Exception failed) {
            server.stop();
            throw failed;
        }
        return new EdgeServer(
                server, connector, handler, listener.scheme(), limits.timeout().plus(MARGIN));
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

    private static Handler intake(RequestLimits limits, Handler next) {
        MemoryBudget memory = MemoryBudget.ofHeap(limits.maxBytes());
        return new BodyHandler(
                limits.maxBytes(),
                limits.body(),
                memory,
                new InFlightHandler(limits.inFlight(), new DispatchHandler(next)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Handler handler(Server server, Edge edge) {
        Handler jersey = new AnyHostHandler(new CompletingHandler(ContainerFactory.createContainer(
                JettyHttpContainer.class,
                application(edge)
                        .register(new Arrival())
                        .register(new ClientAddress())
                        .register(new ClientCertificate()))));
        return edge.embedded()
                .<Handler>map(vendor -> new Handler.Sequence(
                        new EmbeddedVendorHandler(
                                vendor.on(server), edge.settings().hosts()),
                        jersey))
                .orElse(jersey);
    }

    /**
     * Mints block, so on a JDK that has virtual threads each request gets one of its own. On one that has none there are as
     * many threads as requests, so that none that was admitted waits.
     */
    private static QueuedThreadPool threads(int requests) {
        QueuedThreadPool threads =
                new QueuedThreadPool(requests + InFlightHandler.HEALTH_CHECKS + THREADS_BESIDE_REQUESTS);
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
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
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
        return Listener.uri(scheme, connector.getHost(), connector.getLocalPort());
    }

    /**
     * Rejects new requests, readiness checks among them, completes those in progress, and stops. Jetty's own graceful stop would cut off a mint that
     * takes longer than its idle time on shutdown.
     */
    @Override
    public void close() throws Exception {
        try {
            handler.shutdown().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            connector.setAccepting(false);
            server.stop();
        }
    }
}
