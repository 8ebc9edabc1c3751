package dev.ephemint.server.http;

import dev.ephemint.server.http.intake.BodyHandler;
import dev.ephemint.server.http.intake.CorsHandler;
import dev.ephemint.server.http.intake.DispatchHandler;
import dev.ephemint.server.http.intake.InFlightHandler;
import dev.ephemint.server.http.intake.MemoryBudget;
import dev.ephemint.server.http.intake.OpenConnections;
import dev.ephemint.server.http.intake.RequestLimits;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The HTTP server: Jersey on Jetty. */
public final class EdgeServer implements AutoCloseable {

    /** Beside the time that a request may take: while it waits for the vendor, its connection is idle. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(75);

    /** For what blocks no thread: connections, heads, bodies, and requests that are turned away. */
    private static final int THREADS_BESIDE_REQUESTS = 32;

    /** Jersey counts the bytes of these, those of the health checks. All other responses state their length. */
    private static final int LONGEST_WITHOUT_LENGTH = 256;

    private final Server server;
    private final EdgeConnector connector;
    private final GracefulHandler handler;
    private final InFlightHandler requests;
    private final FallingReadiness readiness;
    private final String scheme;
    private final RequestLimits limits;

    private EdgeServer(Listener listener, Edge edge) {
        this.limits = edge.settings().limits();
        this.scheme = listener.scheme();
        this.readiness = new FallingReadiness(edge.readiness());
        this.server = new Server(threads(limits.inFlight()));
        this.connector = EdgeConnector.of(server, listener, longer(IDLE, longest()));
        this.requests = new InFlightHandler(
                limits.inFlight(), new DispatchHandler(handler(server, edge.withReadiness(readiness))));
        this.handler = new GracefulHandler(
                new BodyHandler(limits.maxBytes(), limits.body(), MemoryBudget.ofHeap(limits.maxBytes()), requests));
        server.addConnector(connector);
        server.setHandler(connector.connections().watching(cors(edge, handler)));
        server.setErrorHandler(new EnvelopeErrorHandler());
    }

    /**
     * Starts to listen, or throws and leaves nothing running.
     *
     * @throws Exception if it cannot listen on that address
     */
    public static EdgeServer start(Listener listener, Edge edge) throws Exception {
        EdgeServer edgeServer = new EdgeServer(listener, edge);
        try {
            edgeServer.server.start();
        } catch (Exception failed) {
            edgeServer.server.stop();
            throw failed;
        }
        return edgeServer;
    }

    private Duration longest() {
        return limits.timeout().plus(MARGIN);
    }

    private static Handler cors(Edge edge, Handler next) {
        return edge.settings()
                .crossOrigins()
                .<Handler>map(origins -> new CorsHandler(origins, next))
                .orElse(next);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Handler handler(Server server, Edge edge) {
        Handler jersey = new JerseyHandler(application(edge));
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
        QueuedThreadPool threads = new EdgeThreads(requests + InFlightHandler.HEALTH_CHECKS + THREADS_BESIDE_REQUESTS);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        }
        return threads;
    }

    /** Independent of Jetty: {@link LocalEdge} uses it, too. */
    static ResourceConfig application(Edge edge) {
        return new ResourceConfig()
                .register(new RealtimeFeature(edge))
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, LONGEST_WITHOUT_LENGTH)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    }

    public URI uri() {
        return Listener.uri(scheme, connector.getHost(), connector.getLocalPort());
    }

    /** How much of its limits it uses now. */
    public EdgeLoad load() {
        OpenConnections connections = connector.connections();
        return new EdgeLoad(
                requests.used(),
                limits.inFlight(),
                requests.rejected(),
                connections.open(),
                connections.limit(),
                connections.closed());
    }

    /**
     * Serves https with another certificate from now on; no connection ends.
     *
     * @throws Exception if the context cannot be used; the last one stays
     */
    public void renew(SSLContext context) throws Exception {
        connector.renew(context);
    }

    /** Says in readiness checks that it stops, and does all else as before. */
    public void announceStop() {
        readiness.fall();
    }

    /**
     * Rejects new requests, readiness checks among them, completes those in progress, and stops. Jetty's own graceful stop would cut off a mint that
     * takes longer than its idle time on shutdown.
     */
    @Override
    public void close() throws Exception {
        try {
            handler.shutdown().get(longest().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            connector.setAccepting(false);
            server.stop();
        }
    }
}
