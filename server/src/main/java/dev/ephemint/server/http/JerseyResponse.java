package dev.ephemint.server.http;

import dev.ephemint.server.mint.StackTraceOnly;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.message.internal.HeaderUtils;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes Jersey's response to Jetty's. Nothing suspends a response. */
final class JerseyResponse implements ContainerResponseWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JerseyResponse.class);

    private final Request request;
    private final Response response;
    private boolean committed;
    private @Nullable Throwable fault;

    JerseyResponse(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    /** @throws IllegalStateException if the response has failed: Jersey would write one more */
    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse jersey) {
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        response.setStatus(jersey.getStatus());
        HttpFields.Mutable headers = response.getHeaders();
        for (Map.Entry<String, List<Object>> header : jersey.getHeaders().entrySet()) {
            for (Object value : header.getValue()) {
                headers.add(new HttpField(header.getKey(), text(value, jersey)));
            }
        }
        if (length >= 0 && !HttpMethod.HEAD.is(request.getMethod())) {
            headers.put(HttpHeader.CONTENT_LENGTH, length);
        }
        return new ResponseStream(response, headers.getLongField(HttpHeader.CONTENT_LENGTH));
    }

    private static String text(Object value, ContainerResponse response) {
        return value instanceof String text
                ? text
                : HeaderUtils.asString(value, response.getRequestContext().getConfiguration());
    }

    @Override
    public void commit() {
        committed = true;
    }

    @Override
    public void failure(Throwable error) {
        if (fault == null) {
            fault = error;
        }
    }

    /** Ends the exchange, once Jersey has returned. It commits none whose caller has disconnected. */
    void complete(Callback callback) {
        if (committed && fault == null) {
            callback.succeeded();
        } else if (fault == null || response.isCommitted()) {
            callback.failed(fault == null ? new EofException("the caller disconnected") : fault);
        } else {
            LOG.error("unexpected error", new StackTraceOnly(fault));
            response.reset();
            Response.writeError(request, response, callback, fault);
        }
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, @Nullable TimeoutHandler handler) {
        return false;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
        throw new IllegalStateException("not suspended");
    }

    /** Each writer makes its body as a whole. */
    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
