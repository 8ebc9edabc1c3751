package dev.ephemint.server.metrics;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.upstream.Exchange;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures the calls to a vendor by what they ask for and the status of its response. */
public final class MeteredExchange implements Exchange {

    private static final String NO_RESPONSE = "none";

    private final Exchange next;
    private final Meters meters;
    private final UpstreamTag upstream;
    private final LongSupplier nanos;

    public MeteredExchange(Exchange next, Meters meters, UpstreamTag upstream) {
        this(next, meters, upstream, System::nanoTime);
    }

    MeteredExchange(Exchange next, Meters meters, UpstreamTag upstream, LongSupplier nanos) {
        this.next = next;
        this.meters = meters;
        this.upstream = upstream;
        this.nanos = nanos;
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Deadline deadline) {
        long begun = nanos.getAsLong();
        String status = NO_RESPONSE;
        try {
            UpstreamReply reply = next.send(call, deadline);
            status = Integer.toString(reply.status());
            return reply;
        } finally {
            Duration time = Duration.ofNanos(nanos.getAsLong() - begun);
            VendorTime.add(time);
            meters.time(
                    Metric.VENDOR_DURATION,
                    upstream.tags().and("purpose", call.purpose().label(), "status", status),
                    time);
        }
    }

    @Override
    public String toString() {
        return "MeteredExchange{" + next + "}";
    }
}
