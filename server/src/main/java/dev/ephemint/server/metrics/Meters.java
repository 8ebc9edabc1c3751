package dev.ephemint.server.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The meters. A label never holds what a caller or vendor wrote: names come from the configuration or from closed sets, but
 * for callers that a token names, of which the first thousand have a label of their own.
 */
public final class Meters implements AutoCloseable {

    private static final int MOST_CALLERS = 1_000;
    private static final String OTHERS = "other";

    /** Of a vendor that takes hundreds of milliseconds, and of Ephemint's own part, which takes one. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusRegistry prometheus = new PrometheusRegistry();
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM);
    private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Set<String> callers = ConcurrentHashMap.newKeySet();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** One line of what Prometheus reads. */
    private record Series(Metric metric, Tags labels) {}

    /** With the meters of the process. */
    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** What Prometheus reads. */
    public PrometheusRegistry prometheus() {
        return prometheus;
    }

    void count(Metric metric, Tags labels) {
        counters.computeIfAbsent(new Series(metric, labels), this::counter).increment();
    }

    private Counter counter(Series series) {
        return Counter.builder(series.metric().meter())
                .description(series.metric().description())
                .tags(series.labels())
                .register(registry);
    }

    void time(Metric metric, Tags labels, Duration time) {
        timers.computeIfAbsent(new Series(metric, labels), this::timer).record(time);
    }

    private Timer timer(Series series) {
        return Timer.builder(series.metric().meter())
                .description(series.metric().description())
                .tags(series.labels())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** A gauge whose name ends in {@code _seconds}. */
    public void seconds(Metric metric, Supplier<Number> value) {
        Gauge.builder(metric.meter(), value)
                .description(metric.description())
                .baseUnit("seconds")
                .register(registry);
    }

    /** A number that something else counts; it only grows. */
    public void counter(Metric metric, Map<String, String> labels, LongSupplier value) {
        List<Tag> tags = labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
        FunctionCounter.builder(metric.meter(), value, LongSupplier::getAsLong)
                .description(metric.description())
                .tags(tags)
                .register(registry);
    }

    public void gauge(Metric metric, Supplier<Number> value) {
        gauge(metric, Tags.empty(), value);
    }

    void gauge(Metric metric, Tags labels, Supplier<Number> value) {
        Gauge.builder(metric.meter(), value)
                .description(metric.description())
                .tags(labels)
                .register(registry);
    }

    /** A counter that is kept elsewhere. */
    void countFrom(Metric metric, Tags labels, LongSupplier count) {
        FunctionCounter.builder(metric.meter(), count, LongSupplier::getAsLong)
                .description(metric.description())
                .tags(labels)
                .register(registry);
    }

    /** The caller's name, or {@code other} if there are too many. */
    String caller(String name) {
        if (callers.size() < MOST_CALLERS) {
            callers.add(name);
        }
        return callers.contains(name) ? name : OTHERS;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
