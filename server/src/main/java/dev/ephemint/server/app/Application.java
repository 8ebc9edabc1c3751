package dev.ephemint.server.app;

import dev.ephemint.server.http.Edge;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.mint.shape.Repair;
import dev.ephemint.server.policy.AuditPolicy;
import dev.ephemint.server.policy.ExpiredTokenPolicy;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.UpstreamLabels;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.CallerPolicy;
import dev.ephemint.server.policy.caller.UpstreamPolicy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.policy.route.FallbackMint;
import dev.ephemint.server.policy.route.RoutePolicy;
import dev.ephemint.server.policy.route.RouteRules;
import dev.ephemint.server.policy.route.RouteSite;
import dev.ephemint.server.pool.PoolPolicy;
import dev.ephemint.server.pool.PoolSetup;
import dev.ephemint.server.pool.PoolSpec;
import dev.ephemint.server.pool.PoolTime;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.upstream.DialectMint;
import dev.ephemint.server.upstream.Exchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * The composition root: what happens to a request, in the order in which it happens.
 *
 * @param sections of the configuration, as they are now
 * @param upstreams in the order in which they are tried; one without a name if there are no others
 */
public record Application(
        Settings settings, LiveSections sections, List<Upstream> upstreams, ModelRules rules, Clock clock) {

    public static final String AUDIT = "audit";
    public static final String ROUTE = "route";

    public Application {
        upstreams = List.copyOf(upstreams);
    }

    public Application(Settings settings, Upstream upstream, ModelRules rules, Clock clock) {
        this(settings, LiveSections.of(settings.sections()), List.of(upstream), rules, clock);
    }

    /** The application with the configured upstreams, or with a sandbox that ends with {@code closer}. */
    public static Application of(Settings settings, Closer closer, Clock clock) {
        return of(settings, Upstream.all(settings, closer, clock), clock);
    }

    public static Application of(Settings settings, Upstream upstream, Clock clock) {
        return of(settings, List.of(upstream), clock);
    }

    public static Application of(Settings settings, List<Upstream> upstreams, Clock clock) {
        LiveSections sections = LiveSections.of(settings.sections());
        return new Application(settings, sections, upstreams, ModelRulesFile.rules(settings), clock);
    }

    /** The only upstream, or the first. */
    public Upstream upstream() {
        return upstreams.get(0);
    }

    /** What is made for each upstream. */
    public List<UpstreamChain> chains() {
        return upstreams.stream()
                .map(upstream -> new UpstreamChain(upstream, rules, clock))
                .toList();
    }

    /** What is made for the only upstream, or for the first. */
    public UpstreamChain chain() {
        return chains().get(0);
    }

    /** What limits and records of mints and calls are made of; what it keeps open ends with {@code closer}. */
    AdmissionSetup admissions(Closer closer) {
        return new AdmissionSetup(settings, sections, closer, clock);
    }

    /** What a caller's policy says about a request that mints nothing. */
    Consumer<MintContext> callerCheck() {
        return policiesAreConfigured() ? new CallerPolicy(sections.read(PolicySection.READER))::check : context -> {};
    }

    /** Tokens that are minted before they are asked for, if pools are configured; they end with {@code closer}. */
    public Policy pools(Closer closer, PoolWatch watch) {
        Supplier<CallerPolicies> current =
                policiesAreConfigured() ? sections.read(PolicySection.READER) : CallerPolicies::none;
        PoolSection section = new PoolSection(current, chained(callerPolicies()), chained(routing()));
        List<PoolSpec> specs = section.read(sections);
        return specs.isEmpty()
                ? Policy.none()
                : closer.later(PoolPolicy.of(new PoolSetup(
                        specs,
                        section::bounded,
                        new PoolTime(clock, System::nanoTime),
                        watch,
                        settings.server().requestTimeout())));
    }

    /** The mint for the operator: without limits, and without the policies of callers. */
    public Mint mint(Function<UpstreamChain, Exchange> exchanges) {
        return around(policies(routing(), List.of()), exchanges, attempt -> {});
    }

    /**
     * The mint that the policies wrap: encodes, signs, sends and decodes.
     *
     * @param admission stands between what a caller may ask for and what the upstream supports
     * @param pools behind it, so that a token that was minted before counts as any other
     * @param onNext gets each failure after which the next upstream is asked
     */
    public Mint mint(
            Function<UpstreamChain, Exchange> exchanges, Policy admission, Policy pools, Consumer<Attempt> onNext) {
        return around(policies(callerPolicies(), behind(admission, pools)), exchanges, onNext);
    }

    /** The same with one exchange for all upstreams. */
    public Mint mint(Exchange exchange, Policy admission, Policy pools) {
        return mint(chain -> exchange, admission, pools, attempt -> {});
    }

    /** The same without pools. */
    public Mint mint(Exchange exchange, Policy admission) {
        return mint(exchange, admission, Policy.none());
    }

    /** The outermost first, as a request of a caller meets them. */
    List<NamedPolicy> servicePolicies(Policy admission, Policy pools) {
        List<NamedPolicy> all = new ArrayList<>(policies(callerPolicies(), behind(admission, pools)));
        all.addAll(policiesAt(chain()));
        return all;
    }

    private static List<NamedPolicy> behind(Policy admission, Policy pools) {
        return List.of(new NamedPolicy("admission", admission), new NamedPolicy("pool", pools));
    }

    /** The mint for the operator with one exchange for all upstreams. */
    public Mint mint(Exchange exchange) {
        return mint(chain -> exchange);
    }

    private Mint around(
            List<NamedPolicy> policies, Function<UpstreamChain, Exchange> exchanges, Consumer<Attempt> onNext) {
        return chained(policies).around(innermost(exchanges, onNext));
    }

    private Mint innermost(Function<UpstreamChain, Exchange> exchanges, Consumer<Attempt> onNext) {
        if (upstream().name().isEmpty()) {
            return atUpstream(chain(), exchanges);
        }
        Map<String, Mint> mints = new HashMap<>();
        chains().forEach(chain -> mints.put(chain.upstream().label(), atUpstream(chain, exchanges)));
        return new FallbackMint(mints, onNext);
    }

    private Mint atUpstream(UpstreamChain chain, Function<UpstreamChain, Exchange> exchanges) {
        Upstream upstream = chain.upstream();
        return chained(policiesAt(chain))
                .around(new DialectMint(upstream.dialect(), upstream.credential(), exchanges.apply(chain)));
    }

    private static Policy chained(List<NamedPolicy> policies) {
        return Policy.chain(policies.stream().map(NamedPolicy::policy).toList());
    }

    /** The HTTP interface in front of a mint. */
    public Edge edge(Mint mint) {
        return new EdgeSetup(this).edge(mint);
    }

    /** A model that transcribes at one of the upstreams. */
    public Repair repair() {
        List<UpstreamChain> all = chains();
        return new Repair(settings.mint().repair(), name -> all.stream().anyMatch(chain -> chain.modelFacts()
                .model(name)
                .filter(rules::transcribes)
                .isPresent()));
    }

    /** The outermost first, for the operator: without those of callers. */
    public List<NamedPolicy> policies() {
        return policies(chain(), routing());
    }

    /** The outermost first, for callers of the service. */
    public List<NamedPolicy> servicePolicies() {
        return policies(chain(), callerPolicies());
    }

    /** The same for a request that this upstream mints. */
    public List<NamedPolicy> policies(UpstreamChain chain, List<NamedPolicy> ofCallers) {
        List<NamedPolicy> all = new ArrayList<>(policies(ofCallers, List.of()));
        all.addAll(policiesAt(chain));
        return List.copyOf(all);
    }

    /** Those before an upstream is asked. */
    private List<NamedPolicy> policies(List<NamedPolicy> ofCallers, List<NamedPolicy> behind) {
        List<NamedPolicy> all = new ArrayList<>(List.of(
                new NamedPolicy(AUDIT, audit()),
                new NamedPolicy("sandbox", upstream().name().isEmpty() ? chain().sandbox() : Policy.none()),
                new NamedPolicy("expired", new ExpiredTokenPolicy(clock))));
        all.addAll(ofCallers);
        all.addAll(behind);
        return List.copyOf(all);
    }

    /** Those at one upstream. */
    private List<NamedPolicy> policiesAt(UpstreamChain chain) {
        List<NamedPolicy> all = new ArrayList<>(List.of(
                new NamedPolicy("placement", chain.placement()),
                new NamedPolicy("model rules", chain.models()),
                new NamedPolicy("expiry", chain.expiry()),
                new NamedPolicy("unknown", chain.unknownMembers()),
                new NamedPolicy("defer", chain.defer())));
        if (chain.upstream().name().isPresent()) {
            all.add(0, new NamedPolicy("sandbox", chain.sandbox()));
        }
        return List.copyOf(all);
    }

    /** For callers: their policies, and the route if there are several upstreams. */
    public List<NamedPolicy> callerPolicies() {
        if (!policiesAreConfigured()) {
            return routing();
        }
        Supplier<CallerPolicies> current = sections.read(PolicySection.READER);
        NamedPolicy upstreams = upstream().name().isEmpty()
                ? new NamedPolicy("upstream", atUpstream(chain(), current))
                : new NamedPolicy(ROUTE, route(current));
        return List.of(new NamedPolicy("caller", new CallerPolicy(current)), upstreams);
    }

    private boolean policiesAreConfigured() {
        return !settings.sections().policies().isMissingNode();
    }

    /** For the operator: the route alone, if there are several upstreams. */
    public List<NamedPolicy> routing() {
        return upstream().name().isEmpty() ? List.of() : List.of(new NamedPolicy(ROUTE, route(CallerPolicies::none)));
    }

    private RoutePolicy route(Supplier<CallerPolicies> current) {
        List<String> names = upstreams.stream().map(Upstream::label).toList();
        Supplier<RouteRules> rules = sections.read(now -> {
            if (!now.upstreams().equals(settings.sections().upstreams())) {
                throw new BadSettingsException(List.of("upstreams: a restart is needed for a change"));
            }
            return RouteSection.read(now, names);
        });
        Map<String, RouteSite> sites = new HashMap<>();
        chains().forEach(chain -> sites.put(
                chain.upstream().label(),
                new RouteSite(chain.upstream().label(), chain.routedModels(), atUpstream(chain, current))));
        return new RoutePolicy(sites, rules, current);
    }

    private UpstreamPolicy atUpstream(UpstreamChain chain, Supplier<CallerPolicies> current) {
        return new UpstreamPolicy(current, chain.facts(), settings.mint().expiresAfterSeconds());
    }

    private Policy audit() {
        Map<String, UpstreamLabels> named = new HashMap<>();
        upstreams.forEach(upstream -> upstream.name().ifPresent(name -> named.put(name, upstream.labels())));
        return new AuditPolicy(
                LoggerFactory.getLogger(AuditPolicy.class), upstream().labels(), named);
    }
}
