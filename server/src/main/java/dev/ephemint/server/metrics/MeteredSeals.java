package dev.ephemint.server.metrics;

import dev.ephemint.server.sealed.CallEvent;
import dev.ephemint.server.sealed.SealRefusal;
import dev.ephemint.server.sealed.SealWatch;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Counts sealed tokens and what they are used for. */
public record MeteredSeals(Meters meters) implements SealWatch {

    private static final String RESULT = "result";

    @Override
    public void sealed() {
        meters.count(Metric.SEALS, Tags.empty());
    }

    @Override
    public void exchanged() {
        meters.count(Metric.SEAL_EXCHANGES, Tags.of(RESULT, "exchanged"));
    }

    @Override
    public void called() {
        meters.count(Metric.SEAL_EXCHANGES, Tags.of(RESULT, "called"));
    }

    @Override
    public void call(CallEvent event) {
        meters.count(Metric.CALLS, Tags.of(RESULT, event.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void refused(SealRefusal reason) {
        meters.count(Metric.SEAL_EXCHANGES, Tags.of(RESULT, reason.name().toLowerCase(Locale.ROOT)));
    }
}
