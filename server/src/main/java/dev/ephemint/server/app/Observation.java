package dev.ephemint.server.app;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.metrics.MeteredAdmission;
import dev.ephemint.server.metrics.MeteredExchange;
import dev.ephemint.server.metrics.MeteredPools;
import dev.ephemint.server.metrics.Meters;
import dev.ephemint.server.metrics.MetricsServer;
import dev.ephemint.server.metrics.MintMeter;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.MetricsSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.TracingSettings;
import dev.ephemint.server.tracing.MintSpan;
import dev.ephemint.server.tracing.RequestSpan;
import dev.ephemint.server.tracing.TracedExchange;
import dev.ephemint.server.tracing.Traces;
import dev.ephemint.server.upstream.Exchange;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Metrics and traces, as far as they are configured: they watch, and change nothing. */
record Observation(Optional<Meters> meters, Optional<MetricsServer> server, Optional<Traces> traces) {

    /** They end with {@code closer}. */
    static Observation of(Settings settings, Closer closer) {
        Optional<Meters> meters =
                settings.metrics().enabled() ? Optional.of(closer.later(new Meters())) : Optional.empty();
        return new Observation(
                meters,
                meters.map(these -> closer.later(serve(settings.metrics(), these))),
                settings.tracing().otlpUrl().map(url -> closer.later(traces(settings.tracing(), url))));
    }

    Exchange exchange(Exchange exchange, String dialect) {
        Exchange metered = meters.<Exchange>map(these -> new MeteredExchange(exchange, these, dialect))
                .orElse(exchange);
        return traces.<Exchange>map(these -> new TracedExchange(metered, these.tracer(), dialect))
                .orElse(metered);
    }

    Admission admission(Admission admission) {
        return meters.<Admission>map(these -> new MeteredAdmission(admission, these))
                .orElse(admission);
    }

    PoolWatch pools() {
        return meters.<PoolWatch>map(MeteredPools::new).orElse(PoolWatch.NONE);
    }

    Mint mint(Mint mint, String dialect) {
        Mint metered =
                meters.map(these -> new MintMeter(these, dialect).around(mint)).orElse(mint);
        return traces.map(these -> new MintSpan(these.tracer()).around(metered)).orElse(metered);
    }

    Edge edge(Edge edge) {
        return traces.map(these -> edge.watchedBy(new RequestSpan(these.tracer())))
                .orElse(edge);
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
