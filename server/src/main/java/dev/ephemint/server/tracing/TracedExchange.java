package dev.ephemint.server.tracing;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.upstream.Exchange;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * One span for each call to a vendor. The vendor gets no {@code traceparent}: it has no use for the ids, and a call has only
 * the headers that it needs.
 */
public record TracedExchange(Exchange next, Tracer tracer, String upstream, String dialect) implements Exchange {

    @Override
    public UpstreamReply send(UpstreamCall call, Deadline deadline) {
        Span span = tracer.spanBuilder(call.method() + " " + call.uri().getPath())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Attributes.METHOD, call.method())
                .setAttribute(Attributes.SERVER, String.valueOf(call.uri().getHost()))
                .setAttribute(Attributes.UPSTREAM, upstream)
                .setAttribute(Attributes.DIALECT, dialect)
                .startSpan();
        try {
            UpstreamReply reply = next.send(call, deadline);
            span.setAttribute(Attributes.STATUS, reply.status());
            return reply;
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR, failed.getClass().getSimpleName());
            throw failed;
        } finally {
            span.end();
        }
    }

    @Override
    public String toString() {
        return "TracedExchange{" + next + "}";
    }
}
