package dev.ephemint.server.app;

import static dev.ephemint.server.Fixtures.json;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A service with pools, and a vendor that responds only as often as a test allows. */
final class PooledService implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);

    private final Closer closer = new Closer();
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch full;
    private final LocalEdge edge;
    final List<UpstreamCall> calls = new CopyOnWriteArrayList<>();

    /** @param refills after which the pools are full */
    PooledService(Map<String, String> given, int refills) {
        full = new CountDownLatch(refills);
        Settings settings = SettingsReader.read(Sources.of(given));
        Application application = new Application(
                settings,
                LiveSections.of(settings.sections()),
                List.of(Upstream.example(settings)),
                ModelRules.builtIn(),
                CLOCK);
        AdmissionSetup admissions = application.admissions(closer);
        Mint mint = application.mint(
                (call, deadline) -> reply(call),
                admissions.policy(admissions.trail(), UnaryOperator.identity()),
                application.pools(closer, new Refills()));
        edge = new LocalEdge(application.edge(mint));
    }

    void vendorResponds(int times) {
        allowed.release(times);
    }

    void awaitRefills() throws InterruptedException {
        full.await();
    }

    private UpstreamReply reply(UpstreamCall call) {
        int number = asked.getAndIncrement();
        calls.add(call);
        allowed.acquireUninterruptibly();
        return Fixtures.reply(
                200,
                "{'value':'ek_" + number + "_example','expires_at':1790000600,"
                        + "'session':{'type':'transcription'}}");
    }

    LocalResponse post(String body) {
        return edge.post("/v1/realtime/client_secrets", json(body).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closer.close();
        allowed.release(1_000);
    }

    private final class Refills implements PoolWatch {

        @Override
        public void refilled(String pool, Optional<MintFailure> failure) {
            full.countDown();
        }
    }
}
