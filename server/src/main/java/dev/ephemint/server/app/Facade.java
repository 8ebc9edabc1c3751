package dev.ephemint.server.app;

import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.http.Listener;
import dev.ephemint.server.http.proxy.ForwardedHeader;
import dev.ephemint.server.http.proxy.Proxies;
import dev.ephemint.server.metrics.MetricsServer;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.network.ProxySettings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.Exchange;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The running service. */
public final class Facade implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Facade.class);

    private final Closer closer;
    private final EdgeServer server;
    private final Duration stopDelay;
    private final Optional<Integer> metricsPort;

    private Facade(Closer closer, EdgeServer server, Duration stopDelay, Optional<Integer> metricsPort) {
        this.closer = closer;
        this.server = server;
        this.stopDelay = stopDelay;
        this.metricsPort = metricsPort;
    }

    /**
     * Starts with settings by property key, secrets among them; nothing else is read.
     *
     * @throws BadSettingsException if they are invalid
     * @throws StartFailedException if it cannot listen
     */
    public static Facade start(Map<String, String> given) {
        return start(given, Clock.systemUTC());
    }

    /** The same with another clock for expiry and retirement. */
    public static Facade start(Map<String, String> given, Clock clock) {
        return start(SettingsReader.read(Sources.of(given)), clock);
    }

    /** Starts whole, or throws and leaves nothing running. */
    public static Facade start(Settings settings) {
        return start(settings, Clock.systemUTC());
    }

    private static Facade start(Settings settings, Clock clock) {
        Closer closer = new Closer();
        try {
            Application application = Application.of(settings, closer, clock);
            Observation observation = Observation.of(settings, closer);
            RejectionRecords rejections = RejectionRecords.of(settings.audit(), clock, closer);
            Map<String, Exchange> exchanges = new HashMap<>();
            AdmissionSetup admissions = application.admissions(closer);
            AuditTrail trail = admissions.trail();
            Mint mint = observation.mint(
                    application.mint(
                            chain -> exchanges.computeIfAbsent(
                                    chain.upstream().label(), label -> observation.exchange(chain, closer)),
                            admissions.policy(trail, observation::admission),
                            application.pools(closer, observation.pools()),
                            observation.onNextUpstream()),
                    application.upstreams());
            WarmUp.of(application).run();
            Edge edge = rejections.around(SealSetup.of(settings, trail, clock, observation.seals())
                    .edge(application, mint, exchanges, admissions));
            EdgeServer server = closer.later(listen(settings.server(), observation.edge(edge)));
            observation.watch(server);
            settings.server()
                    .tlsFiles()
                    .map(files -> closer.later(TlsReload.start(files, server)))
                    .ifPresent(observation::watch);
            logStart(settings, application.upstreams(), server);
            return new Facade(
                    closer,
                    server,
                    settings.server().stopDelay(),
                    observation.server().map(MetricsServer::port));
        } catch (RuntimeException failed) {
            closer.close();
            throw failed;
        }
    }

    private static EdgeServer listen(ServerSettings server, Edge edge) {
        try {
            Listener listener = new Listener(
                    server.host(),
                    server.port(),
                    server.tls().map(tls -> tls.context(server.clientAuthorities())),
                    !server.clientAuthorities().isEmpty(),
                    proxies(server.proxies()),
                    server.maxConnections());
            return EdgeServer.start(listener, edge);
        } catch (Exception failed) {
            Throwable reason = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new StartFailedException(
                    "cannot listen on " + server.host() + ":" + server.port() + ": " + reason.getMessage(), failed);
        }
    }

    private static void logStart(Settings settings, List<Upstream> upstreams, EdgeServer server) {
        upstreams.forEach(Facade::logStart);
        Upstream first = upstreams.get(0);
        LoggingEventBuilder listening = LOG.atInfo()
                .addKeyValue("url", server.uri())
                .addKeyValue("dialect", first.dialect().name())
                .addKeyValue("upstream", first.endpoint().base());
        (settings.servesPage() ? listening.addKeyValue("page", server.uri().resolve("/")) : listening).log("listening");
    }

    private static Proxies proxies(ProxySettings settings) {
        ForwardedHeader header = settings.header() == ProxySettings.Forwarding.FORWARDED
                ? ForwardedHeader.FORWARDED
                : ForwardedHeader.X_FORWARDED;
        return new Proxies(settings.trusted()::contains, header, settings.protocol());
    }

    /** A credential that cannot be obtained now does not prevent the start: it may be available soon. */
    private static void logStart(Upstream upstream) {
        if (!upstream.isSandbox()) {
            upstream.endpoint().notes().forEach(note -> named(upstream, LOG.atInfo())
                    .addKeyValue("upstream", upstream.endpoint().base())
                    .log(note));
        }
        try {
            upstream.credential().probe();
        } catch (MintFailedException missing) {
            named(upstream, LOG.atWarn()).log("the credential cannot be obtained now; see /readyz");
        }
    }

    private static LoggingEventBuilder named(Upstream upstream, LoggingEventBuilder line) {
        return upstream.name().map(name -> line.addKeyValue("name", name)).orElse(line);
    }

    /** The address on which it listens. */
    public URI uri() {
        return server.uri();
    }

    /** The port on which it serves metrics, if it does. */
    public Optional<Integer> metricsPort() {
        return metricsPort;
    }

    /**
     * Says in readiness checks that it stops, and after the configured delay completes the requests in progress, rejects new
     * ones, and stops.
     */
    @Override
    public void close() {
        close(delay -> Thread.sleep(delay.toMillis()));
    }

    void close(Pause pause) {
        server.announceStop();
        LOG.atInfo().addKeyValue("delay", stopDelay).log("stopping");
        boolean interrupted = false;
        try {
            pause.of(stopDelay);
        } catch (InterruptedException atOnce) {
            interrupted = true;
        }
        closer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits. */
    interface Pause {
        void of(Duration delay) throws InterruptedException;
    }
}
