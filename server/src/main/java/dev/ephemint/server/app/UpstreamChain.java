package dev.ephemint.server.app;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.policy.DeferPolicy;
import dev.ephemint.server.policy.ExpiryPolicy;
import dev.ephemint.server.policy.PlacementPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.UnknownMembersPolicy;
import dev.ephemint.server.policy.WarningPolicy;
import dev.ephemint.server.policy.caller.UpstreamFacts;
import dev.ephemint.server.policy.model.ModelFacts;
import dev.ephemint.server.policy.model.ModelPolicy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.policy.route.ModelPattern;
import dev.ephemint.server.policy.route.UpstreamModels;
import dev.ephemint.server.settings.MintSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.upstream.BreakerLimits;
import dev.ephemint.server.upstream.BreakingExchange;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.HttpExchange;
import dev.ephemint.server.upstream.RetryingExchange;
import java.time.Clock;
import java.time.Period;
import java.util.function.Consumer;

/** What is made for one upstream: its connections, its circuit breaker, and the policies that depend on its vendor. */
public record UpstreamChain(Upstream upstream, ModelRules rules, Clock clock) {

    private static final String NOT_REAL =
            ": the built-in sandbox made this token, and it opens nothing at any vendor.";

    Settings settings() {
        return upstream.settings();
    }

    private Dialect dialect() {
        return upstream.dialect();
    }

    /** The only part that sends; it ends with {@code closer}. */
    public HttpExchange exchange(Closer closer) {
        return closer.later(new HttpExchange(limits(), Version.TEXT));
    }

    /** The same for many callers: an upstream that fails is not asked for a while, and a refused connection is tried again. */
    Exchange guarded(Exchange exchange, Consumer<BreakingExchange> watched) {
        UpstreamSettings settings = settings().upstream();
        BreakerLimits limits = new BreakerLimits(upstream.label(), settings.breakerPercent(), settings.breakerWait());
        BreakingExchange breaker = new BreakingExchange(exchange, limits, clock);
        watched.accept(breaker);
        return new RetryingExchange(breaker);
    }

    public ExchangeLimits limits() {
        UpstreamSettings limits = settings().upstream();
        return new ExchangeLimits(
                limits.connectTimeout(), limits.timeout(), limits.maxResponseBytes(), limits.maxConnections());
    }

    /** What policies of callers need to know about it. */
    UpstreamFacts facts() {
        return new UpstreamFacts(
                dialect().name().toString(),
                dialect().name().fixedLifetimeSeconds(),
                dialect().modelDeployments(),
                dialect()::enforcer);
    }

    /** Which models a route may send there. */
    UpstreamModels routedModels() {
        return settings().upstreams().stream()
                .findFirst()
                .map(named -> new UpstreamModels(
                        named.models().stream().map(ModelPattern::of).toList(),
                        named.modelNames(),
                        dialect().modelDeployments()))
                .orElseThrow();
    }

    /** Says in each response that the token is not real, if it is not. */
    Policy sandbox() {
        if (!upstream.isSandbox()) {
            return Policy.none();
        }
        String why = upstream.name()
                .map(name -> "The upstream '" + name + "' has no url")
                .orElse("No upstream is configured");
        return new WarningPolicy(new MintWarning("sandbox_token", why + NOT_REAL, null));
    }

    Policy placement() {
        return new PlacementPolicy(dialect()::refuseSessionType);
    }

    public ModelPolicy models() {
        MintSettings mint = settings().mint();
        return new ModelPolicy(modelFacts(), clock, Period.ofDays(mint.retirementWarningDays()));
    }

    /** Facts about the models at the upstream, by model or by deployment. */
    ModelFacts modelFacts() {
        return rules.at(dialect().modelVendor(), dialect().modelDeployments());
    }

    Policy expiry() {
        return dialect().acceptsLifetime()
                ? new ExpiryPolicy(settings().mint().expiresAfterSeconds(), clock)
                : Policy.none();
    }

    Policy unknownMembers() {
        return dialect().failsOnUnknownMember() ? new UnknownMembersPolicy() : Policy.none();
    }

    Policy defer() {
        return defers() ? new DeferPolicy(dialect()::sessionUpdate) : Policy.none();
    }

    public boolean defers() {
        return dialect().failsOnTranscriptionBlock() && settings().mint().defer();
    }
}
