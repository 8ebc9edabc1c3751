package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops asking a vendor that does not respond, and recovers automatically: after a while a few calls are let through, and
 * their results decide.
 *
 * <p>Counted are calls without a whole response, and the statuses by which a gateway or an overloaded vendor says the same.
 * A 500 is not: Azure responds so to a caller's mistake, and one caller must not close the circuit to all.
 */
public final class BreakingExchange implements Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingExchange.class);

    /** In seconds. */
    private static final int WINDOW = 10;

    private static final int FEWEST_CALLS = 50;
    private static final int TRIAL_CALLS = 5;
    private static final int ALL = 100;

    private static final Set<Integer> FAULTS = Set.of(502, 503, 504);

    private final Exchange exchange;
    private final CircuitBreaker breaker;
    private final Duration wait;

    public BreakingExchange(Exchange exchange, BreakerLimits limits, Clock clock) {
        this.exchange = exchange;
        this.wait = limits.pause();
        this.breaker = CircuitBreaker.of(
                limits.upstream(),
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW, FEWEST_CALLS, SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(Math.min(limits.percent(), ALL))
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                        .clock(clock)
                        .currentTimestampFunction(by -> by.instant().toEpochMilli(), TimeUnit.MILLISECONDS)
                        .writableStackTraceEnabled(false)
                        .build());
        if (limits.percent() > ALL) {
            breaker.transitionToDisabledState();
        }
        breaker.getEventPublisher().onStateTransition(event -> LOG.atWarn()
                .addKeyValue("upstream", limits.upstream())
                .addKeyValue("from", event.getStateTransition().getFromState())
                .addKeyValue("to", event.getStateTransition().getToState())
                .log("circuit breaker of the upstream"));
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Deadline deadline) {
        if (!breaker.tryAcquirePermission()) {
            throw new MintFailedException(new CircuitOpen(wait));
        }
        boolean fault = false;
        boolean success = false;
        long begun = breaker.getCurrentTimestamp();
        try {
            UpstreamReply reply = exchange.send(call, deadline);
            fault = FAULTS.contains(reply.status());
            success = !fault;
            return reply;
        } catch (MintFailedException failed) {
            fault = isVendors(failed.failure());
            throw failed;
        } finally {
            record(fault, success, breaker.getCurrentTimestamp() - begun);
        }
    }

    /** Whether calls are kept away. */
    public boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private void record(boolean fault, boolean success, long duration) {
        if (fault) {
            breaker.onError(duration, breaker.getTimestampUnit(), new MintFailedException(new TimedOut()));
        } else if (success) {
            breaker.onSuccess(duration, breaker.getTimestampUnit());
        } else {
            breaker.releasePermission();
        }
    }

    /** In all other cases nothing was sent. */
    private static boolean isVendors(MintFailure failure) {
        return failure instanceof TimedOut
                || failure instanceof UnreadableResponse
                || (failure instanceof Unreachable && failure != ExchangeFailures.INTERRUPTED);
    }

    @Override
    public String toString() {
        return "BreakingExchange[" + breaker.getState() + ", " + exchange + "]";
    }
}
