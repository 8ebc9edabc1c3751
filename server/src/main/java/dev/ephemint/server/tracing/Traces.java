package dev.ephemint.server.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends spans by OTLP over HTTP in batches; what the collector does not take in time is dropped, and no mint waits. */
public final class Traces implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;

    private Traces(SdkTracerProvider provider) {
        this.provider = provider;
    }

    /**
     * @param collector the whole address, such as {@code http://127.0.0.1:4318/v1/traces}
     * @param ratio share of the traces that is kept, if the caller has not decided
     */
    public static Traces to(URI collector, double ratio, String version) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString())
                .setTimeout(TIMEOUT)
                .build();
        return new Traces(SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "ephemint")
                        .put("service.version", version)
                        .build()))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setExporterTimeout(TIMEOUT)
                        .build())
                .build());
    }

    public Tracer tracer() {
        return provider.get("dev.ephemint");
    }

    /** Sends what waits, within the time limit. */
    @Override
    public void close() {
        provider.shutdown().join(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
