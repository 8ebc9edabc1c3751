package dev.ephemint.server.app;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.gate.ContractReader;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatRequest;
import dev.ephemint.server.mint.shape.FlatShape;
import dev.ephemint.server.mint.shape.NestedRequest;
import dev.ephemint.server.mint.shape.Repair;
import dev.ephemint.server.policy.Policy;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of one mint, and the whole of it without Jetty; the Maven profile {@code jmh} runs them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class MintBenchmark {

    private static final int MAX_BYTES = 1 << 20;

    /** As {@link MintCostCase} spells them. */
    @Param({"nested", "flat", "azure"})
    public String mint = "";

    private final Closer closer = new Closer();
    private final ContractReader gate = new ContractReader(MAX_BYTES, Repair.OFF);
    private final ByteArrayOutputStream response = new ByteArrayOutputStream(8192);
    private final Redactor redactor = Redactor.of(List.of("sk-notakeyQwErTyUiOpAsDfGhJkLz"));

    private MintCostCase kind = MintCostCase.NESTED;
    private byte[] request = {};
    private Class<?> shape = NestedRequest.class;
    private Object admitted = "";
    private MintRequest mapped = MintRequest.of(ContractJson.mapper().createObjectNode());
    private byte[] reply = {};
    private UpstreamReply parsed = new UpstreamReply(200, Map.of(), "");
    private OneReplyVendor vendor;
    private Dialect dialect;
    private LocalEdge edge;

    /** Makes what each step starts with. */
    @Setup
    public void start() throws Exception {
        kind = MintCostCase.valueOf(mint.toUpperCase(Locale.ROOT));
        request = kind.request().getBytes(StandardCharsets.UTF_8);
        reply = kind.reply().getBytes(StandardCharsets.UTF_8);
        shape = kind == MintCostCase.FLAT ? FlatRequest.class : NestedRequest.class;
        vendor = OneReplyVendor.start(kind.reply());
        dialect = Upstream.of(MintCost.settings(kind, vendor), vendor.uri().toString())
                .dialect();
        edge = MintCost.edge(kind, vendor, Policy.none(), closer);
        admitted = gate();
        mapped = mapping();
        parsed = parse();
    }

    @TearDown
    public void stop() throws Exception {
        closer.close();
        vendor.close();
    }

    /** Bytes of a request to a tree that the contract allows. */
    @Benchmark
    public Object gate() {
        @SuppressWarnings("unchecked")
        Class<Object> type = (Class<Object>) shape;
        return gate.readFrom(
                type,
                type,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(request));
    }

    /** The flat shape to the nested one; the nested one stays as it is. */
    @Benchmark
    public MintRequest mapping() {
        return admitted instanceof FlatRequest flat
                ? FlatShape.nestRequest(flat.tree())
                : MintRequest.of(((NestedRequest) admitted).tree());
    }

    /** A request to the bytes of the call to the vendor. */
    @Benchmark
    public byte[] encode() throws IOException {
        return ContractJson.mapper().writeValueAsBytes(dialect.encode(mapped).body());
    }

    /** The bytes of the vendor's response to a tree. */
    @Benchmark
    public UpstreamReply parse() {
        return new UpstreamReply(200, Map.of("x-request-id", "req_0123456789abcdef"), reply);
    }

    /** The vendor's response to the same without the service's key. */
    @Benchmark
    public UpstreamReply redaction() {
        return parsed.redacted(redactor);
    }

    /** The vendor's response, as a tree, to a token. */
    @Benchmark
    public MintedToken decode() {
        return dialect.decode(mapped, parsed);
    }

    /** All of it, with policies, limits, metrics, log and a vendor on loopback. */
    @Benchmark
    public int whole() {
        response.reset();
        return edge.post(kind.path(), request, response);
    }
}
