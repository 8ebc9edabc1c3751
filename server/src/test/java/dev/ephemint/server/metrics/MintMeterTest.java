package dev.ephemint.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Quota;
import dev.ephemint.server.upstream.Exchange;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MintMeterTest {

    private static final MintRequest REQUEST = MintRequest.of(JsonNodeFactory.instance.objectNode());

    private static final UpstreamTag AZURE = new UpstreamTag("default", "azure");
    private static final UpstreamTag OPENAI = new UpstreamTag("default", "openai");

    private final Meters meters = new Meters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void ownTimeIsTheWholeWithoutTheVendors() {
        Queue<Long> mint = new ArrayDeque<>(List.of(0L, 900_000_000L));
        Queue<Long> vendor = new ArrayDeque<>(List.of(0L, 500_000_000L, 0L, 300_000_000L));
        Exchange exchange = new MeteredExchange(
                (call, deadline) -> new UpstreamReply(500, Map.of(), new byte[0]), meters, AZURE, vendor::remove);

        assertThatThrownBy(() -> new MintMeter(meters, List.of(AZURE), mint::remove)
                        .around(request -> {
                            exchange.send(call(), Deadline.none());
                            exchange.send(call(), Deadline.none());
                            throw new MintFailedException(new VendorFault(500));
                        })
                        .mint(REQUEST))
                .isInstanceOf(MintFailedException.class);

        assertThat(seconds("ephemint_mint_duration_seconds")).isEqualTo(0.9);
        assertThat(seconds("ephemint_vendor_duration_seconds")).isEqualTo(0.8);
        assertThat(seconds("ephemint_mint_own_duration_seconds")).isBetween(0.0999, 0.1001);
        assertThat(count("ephemint_mints", "outcome", "vendor_fault")).isOne();
    }

    @Test
    void aLimitIsCountedByItsName() {
        Quota quota = new Quota("caller-60s", 10, 0, Optional.of(Duration.ofMinutes(1)), Duration.ofSeconds(5));

        fail(new LimitReached(quota, Duration.ofSeconds(5), List.of(quota)));

        assertThat(count("ephemint_limits", "limit", "caller-60s")).isOne();
        assertThat(count("ephemint_mints", "outcome", "limit_reached")).isOne();
    }

    @Test
    void eachMintHasTheLabelsOfItsUpstream() {
        MintMeter unit =
                new MintMeter(meters, List.of(new UpstreamTag("one", "openai"), new UpstreamTag("two", "azure")));
        MintedToken token = Fixtures.token(1);
        Mint failing = request -> {
            throw new MintFailedException(new VendorFault(500)).at("one");
        };
        Mint rejecting = request -> {
            throw new MintFailedException(new RouteNotFound());
        };

        unit.around(request -> token.withConnection(token.connection().withUpstream("two")))
                .mint(REQUEST);
        assertThatThrownBy(() -> unit.around(failing).mint(REQUEST)).isInstanceOf(MintFailedException.class);
        assertThatThrownBy(() -> unit.around(rejecting).mint(REQUEST)).isInstanceOf(MintFailedException.class);

        assertThat(count("ephemint_mints", "upstream", "two")).isOne();
        assertThat(count("ephemint_mints", "upstream", "one")).isOne();
        assertThat(count("ephemint_mints", "upstream", "none")).isOne();
        assertThat(count("ephemint_mints", "dialect", "azure")).isOne();
    }

    @Test
    void countsFallbacksByUpstream() {
        new UpstreamMeters(meters).fallback(new Attempt("one", new RouteNotFound()));

        assertThat(count("ephemint_fallbacks", "upstream", "one")).isOne();
    }

    /** A label must not be missing when something breaks. */
    @Test
    void aDefectIsCountedToo() {
        assertThatThrownBy(() -> new MintMeter(meters, List.of(OPENAI))
                        .around(request -> {
                            throw new IllegalStateException("a defect");
                        })
                        .mint(REQUEST))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("ephemint_mints", "outcome", "unexpected")).isOne();
    }

    private void fail(MintFailure failure) {
        assertThatThrownBy(() -> new MintMeter(meters, List.of(OPENAI))
                        .around(request -> {
                            throw new MintFailedException(failure);
                        })
                        .mint(REQUEST))
                .isInstanceOf(MintFailedException.class);
    }

    private static UpstreamCall call() {
        return new UpstreamCall(
                "POST", URI.create("https://vendor.example/mint"), Map.of(), JsonNodeFactory.instance.objectNode());
    }

    private double seconds(String name) {
        return meters.prometheus().scrape(name::equals).stream()
                .map(HistogramSnapshot.class::cast)
                .flatMap(histogram -> histogram.getDataPoints().stream())
                .mapToDouble(point -> point.getSum())
                .sum();
    }

    private double count(String name, String label, String value) {
        return meters.prometheus().scrape(name::equals).stream()
                .map(CounterSnapshot.class::cast)
                .flatMap(counter -> counter.getDataPoints().stream())
                .filter(point -> value.equals(point.getLabels().get(label)))
                .mapToDouble(point -> point.getValue())
                .sum();
    }
}
