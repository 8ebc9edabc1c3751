package dev.ephemint.server.sealed;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.Policy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the tokens of some policies, and opens a sealed token, once: for an exchange, or for a call. It stands before every other
 * policy: neither mints anything, so no limit counts it.
 *
 * @param policies whose tokens are sealed; empty: all
 * @param origins of exchanges and calls, for tokens that were not minted by a browser; empty: any, or none
 */
public record SealPolicy(TokenSealer sealer, SingleUse uses, Set<String> policies, Set<String> origins)
        implements Policy {

    private static final Logger LOG = LoggerFactory.getLogger(SealPolicy.class);

    public SealPolicy {
        policies = Set.copyOf(policies);
        origins = Set.copyOf(origins);
    }

    /** With single use by the store of the limits. */
    public static SealPolicy of(TokenSealer sealer, Admission store, Set<String> policies, Set<String> origins) {
        return new SealPolicy(sealer, new SingleUse(store), policies, origins);
    }

    @Override
    public Mint around(Mint next) {
        return request -> {
            Optional<Secret> shown = request.context().sealed();
            if (shown.isPresent()) {
                return used(shown.get(), request);
            }
            if (request.context().operation() == Operation.CALLS) {
                throw refused(
                        SealRefusal.ENDPOINT,
                        null,
                        "endpoint_not_allowed",
                        "A call is opened with a sealed token, from POST " + Operation.CLIENT_SECRETS.path() + ".");
            }
            MintedToken token = next.mint(request);
            return seals(request.context().caller().policy()) ? sealed(token, request.context()) : token;
        };
    }

    private MintedToken sealed(MintedToken token, MintContext context) {
        if (!sealer.use().exchange()) {
            requireCall(token);
        }
        return sealer.seal(token, context);
    }

    private static void requireCall(MintedToken token) {
        if (token.connection().addresses().webRtc().isEmpty()) {
            throw new MintFailedException(new InvalidRequest(
                    "session", "unsupported_parameter", "No WebRTC call is known to work for this session."));
        }
    }

    private boolean seals(String policy) {
        return policies.isEmpty() || policies.contains(policy);
    }

    private MintedToken used(Secret shown, MintRequest request) {
        Instant now = sealer.now();
        SealedToken sealed = sealer.open(shown)
                .filter(token -> !token.isExpired(now) && seals(token.caller().policy()))
                .orElseThrow(() ->
                        refused(SealRefusal.POLICY, null, "no_policy", "The sealed token is not valid here any more."));
        check(sealed, request);
        if (request.context().presence().hasLeft()) {
            throw new MintFailedException(new CallerLeft());
        }
        boolean first = isFirst(sealed, now, request.context().deadline());
        LOG.atInfo()
                .addKeyValue("caller", sealed.caller().id())
                .addKeyValue("sealed_id", sealed.id())
                .addKeyValue("operation", request.context().operation())
                .log(first ? "sealed token used" : "sealed token refused: it was used before");
        if (!first) {
            throw refused(
                    SealRefusal.USED, null, "sealed_token_used", "The sealed token was used before. Mint another one.");
        }
        watch(request.context().operation());
        return sealed.opened(now);
    }

    private void watch(Operation operation) {
        if (operation == Operation.CALLS) {
            sealer.watch().called();
        } else {
            sealer.watch().exchanged();
        }
    }

    private boolean isFirst(SealedToken sealed, Instant now, Deadline deadline) {
        try {
            return uses.isFirst(sealed, now, deadline);
        } catch (MintFailedException away) {
            sealer.watch().refused(SealRefusal.STORE_AWAY);
            throw away;
        }
    }

    /** All that is wrong with a request but the number of times: what is refused here can be corrected and sent again. */
    private void check(SealedToken sealed, MintRequest request) {
        MintContext context = request.context();
        if (!sealer.use().allows(context.operation())) {
            throw refused(
                    SealRefusal.ENDPOINT,
                    null,
                    "endpoint_not_allowed",
                    "The sealed token is for something else. " + sealer.use().instruction() + ".");
        }
        if (context.operation() == Operation.CALLS) {
            requireCall(sealed.token());
        }
        if (!allows(sealed.origin(), context.origin())) {
            throw refused(
                    SealRefusal.ORIGIN,
                    "Origin",
                    "origin_not_allowed",
                    "The sealed token cannot be used from this origin.");
        }
        if (request.safetyIdentifier() != null) {
            throw fixed("OpenAI-Safety-Identifier");
        }
        if (!request.body().isEmpty()) {
            throw fixed(request.body().fieldNames().next());
        }
    }

    private boolean allows(Optional<String> minted, Optional<String> now) {
        return minted.isPresent()
                ? minted.equals(now)
                : origins.isEmpty() || now.filter(origins::contains).isPresent();
    }

    private MintFailedException fixed(String param) {
        sealer.watch().refused(SealRefusal.REQUEST);
        return new MintFailedException(new InvalidRequest(
                param, "unsupported_parameter", "The session of a sealed token is fixed; send {} as the body."));
    }

    private MintFailedException refused(SealRefusal reason, @Nullable String param, String code, String message) {
        sealer.watch().refused(reason);
        MintFailure failure = new NotPermitted(param, code, message);
        return new MintFailedException(failure);
    }
}
