package dev.ephemint.server.app;

import com.sun.management.ThreadMXBean;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what one mint costs in this process, from the bytes of the request to the bytes of the response, with a vendor on
 * loopback, metrics, both log lines and a policy. All of it runs in the measuring thread; only Jetty is left out.
 *
 * <p>Run in a process of its own: {@code MintCost OUTPUT WARM-UP MINTS}. Writes properties: bytes and nanoseconds of CPU per mint.
 */
final class MintCost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Five minutes before the token of the replies expires. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

    private static final int BATCHES = 10;

    private final LocalEdge edge;
    private final String path;
    private final byte[] request;
    private final ByteArrayOutputStream response = new ByteArrayOutputStream(8192);

    private MintCost(LocalEdge edge, MintCostCase kind) {
        this.edge = edge;
        this.path = kind.path();
        this.request = kind.request().getBytes(StandardCharsets.UTF_8);
    }

    /** What a mint costs. */
    private record Cost(long bytes, long nanos) {}

    public static void main(String[] arguments) throws Exception {
        int warmUp = Integer.parseInt(arguments[1]);
        int mints = Integer.parseInt(arguments[2]);
        List<String> lines = new ArrayList<>();
        for (MintCostCase kind : MintCostCase.values()) {
            Cost cost = measure(kind, Policy.none(), warmUp, mints);
            lines.add(kind + ".bytes=" + cost.bytes());
            lines.add(kind + ".nanos=" + cost.nanos());
        }
        Cost copied = measure(MintCostCase.NESTED, oneCopyMore(), warmUp, mints);
        lines.add("one-copy-more.bytes=" + copied.bytes());
        Files.write(Path.of(arguments[0]), lines);
    }

    /** A deliberate regression, as small as they come. */
    private static Policy oneCopyMore() {
        return next -> request -> next.mint(request.withBody(request.body().deepCopy()));
    }

    private static Cost measure(MintCostCase kind, Policy policy, int warmUp, int mints) throws Exception {
        Closer closer = new Closer();
        try (OneReplyVendor vendor = OneReplyVendor.start(kind.reply())) {
            MintCost cost = new MintCost(edge(kind, vendor, policy, closer), kind);
            cost.run(warmUp);
            return cost.measure(mints);
        } finally {
            closer.close();
        }
    }

    static LocalEdge edge(MintCostCase kind, OneReplyVendor vendor, Policy policy, Closer closer) {
        Settings settings = settings(kind, vendor);
        Application application = Application.of(settings, closer, CLOCK);
        Observation observation = Observation.of(settings, closer);
        AdmissionSetup admissions = application.admissions(closer);
        Mint mint = observation.mint(
                application.mint(
                        chain -> observation.exchange(chain, closer),
                        admissions.policy(admissions.trail(), observation::admission),
                        Policy.none(),
                        observation.onNextUpstream()),
                application.upstreams());
        return new LocalEdge(observation.edge(application.edge(policy.around(mint))));
    }

    static Settings settings(MintCostCase kind, OneReplyVendor vendor) {
        Map<String, String> given = new HashMap<>(kind.settings());
        given.put("upstream.url", vendor.uri().toString());
        given.put("upstream.dialect", kind.dialect());
        given.put("metrics.enabled", "true");
        given.put("metrics.port", "0");
        given.put(
                "policies",
                "{anonymous: {unknown-members: allow, limits: {caller: {windows: [{requests: 1000000, per: 60s}]}}}}");
        return SettingsReader.read(Sources.of(given));
    }

    private void run(int mints) {
        for (int i = 0; i < mints; i++) {
            response.reset();
            int status = edge.post(path, request, response);
            if (status != 200) {
                throw new IllegalStateException(status + ": " + response.toString(StandardCharsets.UTF_8));
            }
        }
    }

    /** The median of some batches: a rare event, such as the growth of a table, falls into one of them. */
    private Cost measure(int mints) {
        long[] bytes = new long[BATCHES];
        long[] nanos = new long[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long nanosBefore = THREADS.getCurrentThreadCpuTime();
            run(mints / BATCHES);
            bytes[i] = (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / (mints / BATCHES);
            nanos[i] = (THREADS.getCurrentThreadCpuTime() - nanosBefore) / (mints / BATCHES);
        }
        return new Cost(median(bytes), median(nanos));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
