package dev.ephemint.server.metrics;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Counts mints and measures their time, and how much of it the vendor took. */
public final class MintMeter implements Policy {

    static final String MINTED = "minted";
    private static final String BUG = "unexpected";

    private final Meters meters;
    private final List<UpstreamTag> upstreams;
    private final LongSupplier nanos;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param upstreams all there are */
    public MintMeter(Meters meters, List<UpstreamTag> upstreams) {
        this(meters, upstreams, System::nanoTime);
    }

    MintMeter(Meters meters, List<UpstreamTag> upstreams, LongSupplier nanos) {
        this.meters = meters;
        this.upstreams = List.copyOf(upstreams);
        this.nanos = nanos;
        meters.gauge(Metric.MINTS_IN_FLIGHT, inFlight::get);
    }

    @Override
    public Mint around(Mint next) {
        return request -> measured(next, request);
    }

    private MintedToken measured(Mint next, MintRequest request) {
        long begun = nanos.getAsLong();
        inFlight.incrementAndGet();
        VendorTime.begin();
        String outcome = BUG;
        Optional<String> upstream = Optional.empty();
        try {
            MintedToken token = next.mint(request);
            outcome = MINTED;
            upstream = token.connection().upstream();
            return token;
        } catch (MintFailedException failed) {
            outcome = Outcome.of(failed.failure());
            upstream = failed.upstream();
            countLimit(request, failed.failure());
            throw failed;
        } finally {
            inFlight.decrementAndGet();
            record(request, tag(upstream).tags().and("outcome", outcome), Duration.ofNanos(nanos.getAsLong() - begun));
        }
    }

    private UpstreamTag tag(Optional<String> name) {
        return upstreams.size() == 1
                ? upstreams.get(0)
                : upstreams.stream()
                        .filter(upstream -> name.equals(Optional.of(upstream.name())))
                        .findFirst()
                        .orElse(UpstreamTag.NONE);
    }

    private void countLimit(MintRequest request, MintFailure failure) {
        if (failure instanceof LimitReached limit) {
            meters.count(
                    Metric.LIMITS,
                    Tags.of("caller", caller(request), "limit", limit.exceeded().name()));
        }
    }

    private String caller(MintRequest request) {
        return meters.caller(request.context().caller().id());
    }

    private void record(MintRequest request, Tags labels, Duration whole) {
        Duration vendor = VendorTime.end();
        meters.count(Metric.MINTS, labels.and("caller", caller(request)));
        meters.time(Metric.MINT_DURATION, labels, whole);
        meters.time(Metric.MINT_OWN_DURATION, labels, whole.minus(vendor));
    }
}
