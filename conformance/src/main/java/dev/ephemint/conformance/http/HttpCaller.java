package dev.ephemint.conformance.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends a request as it is over HTTP/1.1: one deadline for all of it, a limit on the body, no redirect followed, a new connection
 * each time. The failure of one that the gateway has closed meanwhile would be the kit's own.
 */
public final class HttpCaller {
    private static final int MAX_BYTES = 4 << 20;
    private static final CloseableHttpClient CLIENT = OneShotClient.create();
    private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

    private final Duration deadline;
    private final int maxBytes;

    /** @param deadline for each call, from the connection to the last byte */
    public HttpCaller(Duration deadline) {
        this(deadline, MAX_BYTES);
    }

    /** @param maxBytes of the response's body; there is no response if it is larger */
    public HttpCaller(Duration deadline, int maxBytes) {
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /** @throws NoResponseException if no complete response came before the deadline */
    public Message call(URI address, Message request) {
        HttpUriRequestBase sent = sent(address, request);
        AtomicBoolean late = new AtomicBoolean();
        Runnable end = () -> {
            late.set(true);
            sent.cancel();
        };
        Future<?> timer = DEADLINES.schedule(end, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = CLIENT.executeOpen(null, sent, HttpClientContext.create())) {
            return message(sent, response);
        } catch (IOException e) {
            throw late.get() ? tooLate() : failure(e);
        } finally {
            timer.cancel(false);
        }
    }

    private static HttpUriRequestBase sent(URI address, Message request) {
        HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), address);
        request.headers().forEach(header -> sent.addHeader(header.name(), header.value()));
        if (request.header("connection").isEmpty()) {
            sent.addHeader("Connection", "close");
        }
        if (!request.body().isEmpty() || request.method().equals("POST")) {
            sent.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
        }
        return sent;
    }

    private Message message(HttpUriRequestBase sent, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            sent.cancel(); // Otherwise closing the response reads the rest.
            throw new IOException("the response is larger than " + maxBytes + " bytes");
        }
        List<Header> headers = Arrays.stream(response.getHeaders())
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        return new Message(Integer.toString(response.getCode()), headers, new String(body, StandardCharsets.UTF_8));
    }

    private NoResponseException tooLate() {
        String reason = "no complete response within " + deadline.toMillis() + " ms";
        return new NoResponseException(reason, new SocketTimeoutException(reason));
    }

    private static NoResponseException failure(IOException failure) {
        Throwable cause = FailureText.cause(failure);
        return new NoResponseException(FailureText.of(cause), cause);
    }

    private static ScheduledThreadPoolExecutor deadlines() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
