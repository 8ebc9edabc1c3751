package dev.ephemint.server.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A pool with a vendor that counts, and a time that a test moves. Refills run if a test says so. */
final class PoolFixture implements Mint {

    static final long NOW = 1_790_000_000;
    static final ObjectNode BODY = Fixtures.json("{'session':{'type':'transcription'}}");

    final AtomicLong nanos = new AtomicLong(-5);
    final AtomicInteger asked = new AtomicInteger();
    final List<MintRequest> requests = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    volatile ObjectNode bounded = BODY;
    final Runs runs = new Runs();

    @Nullable
    MintFailure failure;

    long lifetime = 600;
    Duration maxAge = Duration.ofMinutes(1);
    Optional<String> policy = Optional.empty();

    PoolPolicy pool(int size) {
        PoolSpec spec = new PoolSpec("captions", policy, size, maxAge, BODY);
        PoolTime time = new PoolTime(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC), nanos::get);
        return PoolPolicy.of(
                new PoolSetup(List.of(spec), one -> MintRequest.of(bounded), time, new Events(), Duration.ofSeconds(5)),
                name -> runs);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Every token has a number of its own. */
    @Override
    public synchronized MintedToken mint(MintRequest request) {
        requests.add(request);
        int number = asked.incrementAndGet();
        MintFailure fails = failure;
        if (fails != null) {
            throw new MintFailedException(fails);
        }
        Connection connection = new Connection(
                        "openai", new Addresses(URI.create("wss://vendor.example/v1/realtime"), true, Optional.empty()))
                .withVendorTime(Optional.of(NOW))
                .withWarnings(request.warnings());
        return new MintedToken(
                new Secret("ek_planted_" + number),
                Fixtures.json("{'expires_at':" + (NOW + lifetime) + ",'session':{'type':'transcription'}}"),
                connection,
                "req_" + number);
    }

    static MintRequest by(String callersPolicy) {
        MintRequest request = MintRequest.of(BODY);
        return request.withContext(request.context().withCaller(new Caller("web", callersPolicy, Optional.empty())));
    }

    /** Refills when the test says so. */
    static final class Runs implements RefillRunner {

        Runnable refill = () -> {};
        int woken;
        boolean closed;

        @Override
        public void every(Runnable work) {
            refill = work;
        }

        @Override
        public synchronized void wake() {
            woken++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Events implements PoolWatch {

        @Override
        public void begins(String pool, IntSupplier tokens) {
            add("begins " + pool);
        }

        @Override
        public void asked(String pool, boolean hit) {
            add(hit ? "hit" : "miss");
        }

        @Override
        public void refilled(String pool, Optional<MintFailure> failed) {
            add(failed.map(one -> one.getClass().getSimpleName()).orElse("refilled"));
        }

        @Override
        public void dropped(String pool) {
            add("dropped");
        }

        private void add(String event) {
            synchronized (events) {
                events.add(event);
            }
        }
    }
}
