package dev.ephemint.server.tracing;

import dev.ephemint.server.metrics.Outcome;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** One span for each mint: who asked and how it ended; never the token, the body or a vendor's text. */
public record MintSpan(Tracer tracer) implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> traced(next, request);
    }

    private MintedToken traced(Mint next, MintRequest request) {
        Span span = tracer.spanBuilder("mint")
                .setAttribute(Attributes.CALLER, request.context().caller().id())
                .startSpan();
        try (Scope here = span.makeCurrent()) {
            MintedToken token = next.mint(request);
            span.setAttribute(Attributes.OUTCOME, "minted");
            token.connection().upstream().ifPresent(name -> span.setAttribute(Attributes.UPSTREAM, name));
            return token;
        } catch (MintFailedException failed) {
            String outcome = Outcome.of(failed.failure());
            span.setAttribute(Attributes.OUTCOME, outcome);
            span.setStatus(StatusCode.ERROR, outcome);
            throw failed;
        } finally {
            span.end();
        }
    }
}
