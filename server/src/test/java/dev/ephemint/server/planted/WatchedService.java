package dev.ephemint.server.planted;

import dev.ephemint.server.admission.AdmissionPolicy;
import dev.ephemint.server.admission.ClaimFactory;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.MemoryAdmission;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.EndUserHash;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.InProcessEdge;
import dev.ephemint.server.http.InProcessEdge.Sent;
import dev.ephemint.server.metrics.MeteredExchange;
import dev.ephemint.server.metrics.Meters;
import dev.ephemint.server.metrics.MintMeter;
import dev.ephemint.server.metrics.UpstreamTag;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.tracing.MintSpan;
import dev.ephemint.server.tracing.RequestSpan;
import dev.ephemint.server.tracing.TracedExchange;
import dev.ephemint.server.upstream.Exchange;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service in this process, over a scripted vendor, with all that it writes. */
final class WatchedService implements AutoCloseable {

    private static final String NESTED = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private static final String FLAT = "{\"input_audio_transcription\":{\"model\":\"gpt-4o-transcribe\"}}";

    /** Made by the service itself for each request. */
    private static final String OWN_ID = "x-request-id";

    private final Meters meters = new Meters();
    private final Spans spans = new Spans();
    private final Log log = new Log();
    private final List<String> audit = new ArrayList<>();
    private final InProcessEdge edge;
    private final DoctorProbe doctor;
    private UpstreamReply reply = new UpstreamReply(500, Map.of(), "");

    /**
     * @param key by which it signs its calls
     * @param careless around the mint; {@link Policy#none} for the service as it is
     */
    WatchedService(String dialect, String key, Policy careless) {
        Settings settings = SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect)));
        Upstream upstream = Upstream.standIn(settings, "https://vendor.example", new Secret(key));
        Application application = Application.of(settings, upstream, Clock.systemUTC());
        Tracer tracer = spans.tracer();
        Exchange vendor = (call, deadline) -> reply;
        UpstreamTag tag = new UpstreamTag(upstream.label(), dialect);
        Exchange metered = new MeteredExchange(vendor, meters, tag);
        Exchange exchange = new TracedExchange(metered, tracer, upstream.label(), dialect);
        Mint mint = new MintSpan(tracer)
                .around(new MintMeter(meters, List.of(tag)).around(application.mint(exchange, admission())));
        this.edge = new InProcessEdge(application.edge(careless.around(mint)).watchedBy(new RequestSpan(tracer)));
        this.doctor = new DoctorProbe(upstream, settings.mint().defaultModel(), vendor);
    }

    private Policy admission() {
        Clock clock = Clock.systemUTC();
        ClaimFactory claims =
                new ClaimFactory(policy -> Limits.NONE, new EndUserHash(Optional.empty()), Duration.ofMinutes(1));
        return new AdmissionPolicy(new MemoryAdmission(clock, Mode.MEMORY), claims, this::record, clock);
    }

    private void record(AuditRecord record) {
        Map<String, String> fields = new TreeMap<>(record.fields());
        fields.remove("id");
        fields.remove("time");
        audit.add(fields.toString());
    }

    /** What is written if the vendor responds so to a mint. */
    Map<Sink, String> minting(UpstreamReply response, boolean flat) {
        reply = response;
        audit.clear();
        log.clear();
        spans.clear();
        Sent sent = flat
                ? edge.post("v1/realtime/transcription_sessions", FLAT)
                : edge.post("v1/realtime/client_secrets", NESTED);
        Map<String, String> headers = new TreeMap<>(sent.headers());
        headers.remove(OWN_ID);
        Map<Sink, String> written = new EnumMap<>(Sink.class);
        written.put(Sink.RESPONSE, sent.status() + " " + headers + " " + sent.body());
        written.put(Sink.LOG, log.text());
        written.put(Sink.TRACE, spans.text());
        written.put(Sink.AUDIT, audit.toString());
        return written;
    }

    /** What doctor reports if the vendor responds so to its mints. */
    String examining(UpstreamReply response) {
        reply = response;
        return doctor.report();
    }

    /** Names and labels of all metrics. */
    String metrics() {
        StringBuilder text = new StringBuilder();
        meters.prometheus().scrape().forEach(metric -> {
            text.append(metric.getMetadata().getName()).append('\n');
            metric.getDataPoints()
                    .forEach(point -> text.append(point.getLabels()).append('\n'));
        });
        return text.toString();
    }

    @Override
    public void close() {
        log.close();
        spans.close();
        meters.close();
    }
}
