package dev.ephemint.server.policy.route;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Route.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks the upstreams of a route one after the other. The next one is asked only if it is certain that no token was made:
 * nothing was sent, or the vendor said with 429 or 503 that it did nothing.
 *
 * @param upstreams the mint at each upstream, by its name
 * @param onNext gets each failure after which the next upstream is asked
 */
public record FallbackMint(Map<String, Mint> upstreams, Consumer<Attempt> onNext) implements Mint {

    /** Nothing was sent, or the vendor did nothing. */
    private static final Set<Class<? extends MintFailure>> NOTHING_MINTED = Set.of(
            CircuitOpen.class,
            CredentialUnavailable.class,
            NoConnection.class,
            RateLimited.class,
            QuotaExhausted.class,
            Overloaded.class);

    public FallbackMint {
        upstreams = Map.copyOf(upstreams);
    }

    @Override
    public MintedToken mint(MintRequest request) {
        List<Leg> legs = request.context().route().legs();
        List<Attempt> attempts = new ArrayList<>();
        for (Leg leg : legs) {
            try {
                return at(leg, attempts.isEmpty() ? request : request.withBody(leg.body()));
            } catch (MintFailedException failed) {
                MintFailedException named = failed.at(leg.upstream());
                if (!mayAskNext(named, request.context())) {
                    throw named;
                }
                attempts.add(new Attempt(leg.upstream(), failed.failure()));
                if (attempts.size() == legs.size()) {
                    throw legs.size() == 1 ? named : named.as(new UpstreamsFailed(attempts));
                }
                onNext.accept(attempts.get(attempts.size() - 1));
            }
        }
        throw new IllegalStateException("a request without a route");
    }

    private MintedToken at(Leg leg, MintRequest request) {
        MintedToken token =
                Objects.requireNonNull(upstreams.get(leg.upstream())).mint(request);
        return token.withConnection(token.connection().withUpstream(leg.upstream()));
    }

    private static boolean mayAskNext(MintFailedException failed, MintContext context) {
        return (failed.isUnsent() || NOTHING_MINTED.contains(failed.failure().getClass()))
                && !context.deadline().passed()
                && !context.presence().hasLeft();
    }

    @Override
    public String toString() {
        return "FallbackMint" + upstreams.keySet();
    }
}
