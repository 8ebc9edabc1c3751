package dev.ephemint.server.app;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.metrics.MeteredAdmission;
import dev.ephemint.server.metrics.MeteredExchange;
import dev.ephemint.server.metrics.MeteredPools;
import dev.ephemint.server.metrics.MeteredSeals;
import dev.ephemint.server.metrics.Meters;
import dev.ephemint.server.metrics.Metric;
import dev.ephemint.server.metrics.MetricsServer;
import dev.ephemint.server.metrics.MintMeter;
import dev.ephemint.server.metrics.UpstreamMeters;
import dev.ephemint.server.metrics.UpstreamTag;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.sealed.SealWatch;
import dev.ephemint.server.settings.MetricsSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.TracingSettings;
import dev.ephemint.server.tracing.MintSpan;
import dev.ephemint.server.tracing.RequestSpan;
import dev.ephemint.server.tracing.TracedExchange;
import dev.ephemint.server.tracing.Traces;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics and traces, as far as they are configured: they watch, and change nothing. */
record Observation(Optional<Meters> meters, Optional<MetricsServer> server, Optional<Traces> traces) {

    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

    /** They end with {@code closer}. */
    static Observation of(Settings settings, Closer closer) {
        Optional<Meters> meters =
                settings.metrics().enabled() ? Optional.of(closer.later(new Meters())) : Optional.empty();
        return new Observation(
                meters,
                meters.map(these -> closer.later(serve(settings.metrics(), these))),
                settings.tracing().otlpUrl().map(url -> closer.later(traces(settings.tracing(), url))));
    }

    /** The guarded exchange with an upstream; its connections end with {@code closer}. */
    Exchange exchange(UpstreamChain chain, Closer closer) {
        Upstream upstream = chain.upstream();
        UpstreamTag tag = tag(upstream);
        HttpExchange http = chain.exchange(closer);
        Exchange metered = meters.<Exchange>map(these -> new MeteredExchange(http, these, tag))
                .orElse(http);
        Exchange traced = traces.<Exchange>map(
                        these -> new TracedExchange(metered, these.tracer(), tag.name(), tag.dialect()))
                .orElse(metered);
        Optional<UpstreamMeters> watching = meters.map(UpstreamMeters::new);
        watching.ifPresent(these -> {
            these.connections(tag.name(), http::connectionsInUse);
            these.reloads(tag.name(), () -> upstream.credential().reloads().read(), () -> upstream.credential()
                    .reloads()
                    .failed());
        });
        return chain.guarded(
                traced, breaker -> watching.ifPresent(these -> these.breaker(tag.name(), breaker::isOpen)));
    }

    private static UpstreamTag tag(Upstream upstream) {
        return new UpstreamTag(upstream.label(), upstream.dialect().name().toString());
    }

    Admission admission(Admission admission) {
        return meters.<Admission>map(these -> new MeteredAdmission(admission, these))
                .orElse(admission);
    }

    PoolWatch pools() {
        return meters.<PoolWatch>map(MeteredPools::new).orElse(PoolWatch.NONE);
    }

    SealWatch seals() {
        return meters.<SealWatch>map(MeteredSeals::new).orElse(SealWatch.NONE);
    }

    /** Logs and counts each failure after which the next upstream is asked. */
    Consumer<Attempt> onNextUpstream() {
        return attempt -> {
            LOG.atWarn()
                    .addKeyValue("upstream", attempt.upstream())
                    .addKeyValue("failure", attempt.failure().getClass().getSimpleName())
                    .log("upstream could not mint; the next one is asked");
            meters.ifPresent(these -> new UpstreamMeters(these).fallback(attempt));
        };
    }

    Mint mint(Mint mint, List<Upstream> upstreams) {
        List<UpstreamTag> tags = upstreams.stream().map(Observation::tag).toList();
        Mint metered =
                meters.map(these -> new MintMeter(these, tags).around(mint)).orElse(mint);
        return traces.map(these -> new MintSpan(these.tracer()).around(metered)).orElse(metered);
    }

    Edge edge(Edge edge) {
        return traces.map(these -> edge.watchedBy(new RequestSpan(these.tracer())))
                .orElse(edge);
    }

    /** What the service uses of its limits. */
    void watch(EdgeServer server) {
        meters.ifPresent(these -> {
            these.gauge(Metric.REQUESTS_IN_FLIGHT, () -> server.load().requests());
            these.gauge(Metric.REQUESTS_LIMIT, () -> server.load().maxRequests());
            these.counter(
                    Metric.REQUESTS_REJECTED, Map.of(), () -> server.load().rejected());
            these.gauge(Metric.CONNECTIONS_OPEN, () -> server.load().connections());
            these.gauge(Metric.CONNECTIONS_LIMIT, () -> server.load().maxConnections());
            these.counter(
                    Metric.CONNECTIONS_REPLACED, Map.of(), () -> server.load().closed());
        });
    }

    /** The certificate in use, and changes of it. */
    void watch(TlsReload tls) {
        meters.ifPresent(these -> {
            these.seconds(Metric.TLS_EXPIRY_TIMESTAMP, () -> tls.expiry().getEpochSecond());
            these.counter(Metric.TLS_RELOADS, Map.of("outcome", "ok"), tls::renewed);
            these.counter(Metric.TLS_RELOADS, Map.of("outcome", "failed"), tls::refused);
        });
    }

    private static MetricsServer serve(MetricsSettings settings, Meters meters) {
        try {
            return MetricsServer.start(settings.host(), settings.port(), meters);
        } catch (IOException failed) {
            throw new StartFailedException(
                    "cannot serve metrics on " + settings.host() + ":" + settings.port() + ": " + failed.getMessage(),
                    failed);
        }
    }

    private static Traces traces(TracingSettings settings, URI url) {
        return Traces.to(url, settings.samplePercent() / 100.0, Version.TEXT);
    }
}
