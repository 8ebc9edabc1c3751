package dev.ephemint.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One span for each request, under the caller's {@code traceparent} (W3C Trace Context) if it sent one. */
@PreMatching
@Priority(1)
public final class RequestSpan implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PROPERTY = RequestSpan.class.getName();
    private static final int SERVER_ERROR = 500;

    private record Open(Span span, Scope scope) {}

    private final Tracer tracer;

    public RequestSpan(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    @SuppressWarnings("MustBeClosed") // by the response's filter, on the same thread
    public void filter(ContainerRequestContext request) {
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, new Headers());
        Span span = tracer.spanBuilder(request.getMethod())
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .startSpan();
        request.setProperty(PROPERTY, new Open(span, span.makeCurrent()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof Open open) {
            open.scope().close();
            open.span().setAttribute(Attributes.STATUS, response.getStatus());
            if (response.getStatus() >= SERVER_ERROR) {
                open.span().setStatus(StatusCode.ERROR);
            }
            open.span().end();
        }
    }

    private record Headers() implements TextMapGetter<ContainerRequestContext> {

        @Override
        public Iterable<String> keys(ContainerRequestContext request) {
            return List.copyOf(request.getHeaders().keySet());
        }

        @Override
        public @Nullable String get(@Nullable ContainerRequestContext request, String name) {
            return request == null ? null : request.getHeaderString(name);
        }
    }
}
