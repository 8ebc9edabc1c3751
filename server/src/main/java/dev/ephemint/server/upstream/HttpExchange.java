package dev.ephemint.server.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The exchange over HTTP/1.1. It follows no redirect, keeps no cookie, and sends no headers but the call's and the four
 * that describe the message.
 *
 * <p>It sends a call once. The JDK's client retries a POST only if {@code jdk.httpclient.enableAllMethodRetry} is set;
 * otherwise it retries only a refused connection, over which nothing was sent yet.
 */
public final class HttpExchange implements Exchange, AutoCloseable {

    /** The client's own threads only move bytes, so their number does not depend on that of the callers. */
    private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /**
     * How long a connection without work is kept, in seconds. JDK 17 keeps it for 20 minutes, but what stands between
     * (Azure's load balancer after four) forgets it without a word, and the next call would run into nothing. JDK 20 has
     * 30 seconds by default.
     */
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    /** Waits for a response. A test ends the wait by an event instead of a timeout. */
    @FunctionalInterface
    interface Wait {
        HttpResponse<byte[]> within(Duration limit, CompletableFuture<HttpResponse<byte[]>> response)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static final Wait BY_CLOCK = (limit, response) -> response.get(limit.toNanos(), TimeUnit.NANOSECONDS);

    static {
        WireDebugging.off();
    }

    private final ExchangeLimits limits;
    private final Wait wait;
    private final StandardHeaders standardHeaders;
    private final ExecutorService threads;
    private final HttpClient client;

    public HttpExchange(ExchangeLimits limits, String version) {
        this(limits, version, BY_CLOCK);
    }

    HttpExchange(ExchangeLimits limits, String version, Wait wait) {
        System.getProperties().putIfAbsent(KEEP_ALIVE, "30");
        this.limits = limits;
        this.wait = wait;
        this.standardHeaders = new StandardHeaders(version);
        this.threads = Executors.newFixedThreadPool(THREADS, HttpExchange::daemon);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(threads)
                .build();
    }

    @Override
    public UpstreamReply send(UpstreamCall call) {
        ResponseBodyReader body = new ResponseBodyReader(limits.maxBytes());
        return reply(await(client.sendAsync(request(call), body), body));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private HttpRequest request(UpstreamCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).method(call.method(), body(call));
        standardHeaders.on(call).headers().forEach((name, value) -> header(request, name, value));
        return request.build();
    }

    /** The JDK's own complaint quotes the value, which may be a key. */
    private static void header(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("the header " + name + " cannot be sent as it is");
        }
    }

    private static BodyPublisher body(UpstreamCall call) {
        return call.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(call));
    }

    private static byte[] bytes(UpstreamCall call) {
        try {
            return ContractJson.mapper().writeValueAsBytes(call.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree that cannot be written", impossible);
        }
    }

    /** The JDK's request timeout ends with the headers; this one covers the body too. Cancelling closes the socket. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> response, ResponseBodyReader body) {
        try {
            return wait.within(limits.whole(), response);
        } catch (TimeoutException late) {
            throw cancelled(response, new TimedOut());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(response, ExchangeFailures.INTERRUPTED);
        } catch (ExecutionException broken) {
            throw new MintFailedException(
                    ExchangeFailures.of(Objects.requireNonNullElse(broken.getCause(), broken), body.begun()));
        }
    }

    private static MintFailedException cancelled(CompletableFuture<?> response, MintFailure failure) {
        response.cancel(true);
        return new MintFailedException(failure);
    }

    private static UpstreamReply reply(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new UpstreamReply(response.statusCode(), headers, response.body());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "upstream");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String toString() {
        return "HttpExchange[" + limits + "]";
    }
}
