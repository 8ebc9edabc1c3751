package dev.ephemint.server.explain;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.route.RouteChoice;
import dev.ephemint.server.policy.route.RoutePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a mint up to the choice of its upstreams, and records that choice. */
public final class RouteDryRun {

    private final List<NamedPolicy> policies;
    private @Nullable RouteChoice choice;

    /** @param policies those before an upstream is asked */
    public RouteDryRun(List<NamedPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** For one request; always fails. */
    public Mint mint() {
        List<Policy> watched = new ArrayList<>();
        for (NamedPolicy policy : policies) {
            if (policy.policy() instanceof RoutePolicy route) {
                watched.add(next -> request -> {
                    choice = route.choice(request);
                    return next.mint(request);
                });
            }
            watched.add(policy.policy());
        }
        return Policy.chain(watched).around(RouteDryRun::stop);
    }

    private static MintedToken stop(MintRequest request) {
        throw new MintFailedException(new Unreachable("a dry run sends nothing"));
    }

    /** Empty if there is nothing to choose, or if the request was rejected before. */
    public Optional<RouteChoice> choice() {
        return Optional.ofNullable(choice);
    }
}
