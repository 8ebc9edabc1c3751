package dev.ephemint.server.app;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.caller.CallersReader;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.http.EdgeSettings;
import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.shape.Repair;
import dev.ephemint.server.policy.AuditPolicy;
import dev.ephemint.server.policy.DeferPolicy;
import dev.ephemint.server.policy.ExpiredTokenPolicy;
import dev.ephemint.server.policy.ExpiryPolicy;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.PlacementPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.UnknownMembersPolicy;
import dev.ephemint.server.policy.WarningPolicy;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.CallerPolicy;
import dev.ephemint.server.policy.caller.UpstreamFacts;
import dev.ephemint.server.policy.caller.UpstreamPolicy;
import dev.ephemint.server.policy.model.ModelFacts;
import dev.ephemint.server.policy.model.ModelPolicy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.pool.PoolPolicy;
import dev.ephemint.server.pool.PoolSetup;
import dev.ephemint.server.pool.PoolSpec;
import dev.ephemint.server.pool.PoolTime;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Loopback;
import dev.ephemint.server.settings.MintSettings;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.upstream.BreakingExchange;
import dev.ephemint.server.upstream.DialectMint;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.HttpExchange;
import dev.ephemint.server.upstream.RetryingExchange;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/**
 * The composition root: what happens to a request, in the order in which it happens.
 *
 * @param sections of the configuration, as they are now
 */
public record Application(Settings settings, LiveSections sections, Upstream upstream, ModelRules rules, Clock clock) {

    public static final String AUDIT = "audit";

    private static final MintWarning NOT_REAL = new MintWarning(
            "sandbox_token",
            "No upstream is configured: the built-in sandbox made this token, and it opens nothing at any vendor.",
            null);

    public Application(Settings settings, Upstream upstream, ModelRules rules, Clock clock) {
        this(settings, LiveSections.of(settings.sections()), upstream, rules, clock);
    }

    /** The application with the configured upstream, or with a sandbox that ends with {@code closer}. */
    public static Application of(Settings settings, Closer closer, Clock clock) {
        return of(settings, Upstream.of(settings, closer, clock), clock);
    }

    public static Application of(Settings settings, Upstream upstream, Clock clock) {
        return new Application(settings, upstream, ModelRulesFile.rules(settings), clock);
    }

    /** The only part that sends; it ends with {@code closer}. */
    public Exchange exchange(Closer closer) {
        return closer.later(new HttpExchange(limits(), Version.TEXT));
    }

    /** The same for many callers: an upstream that fails is not asked for a while, and a refused connection is tried again. */
    Exchange guarded(Exchange exchange) {
        UpstreamSettings breaker = settings.upstream();
        return new RetryingExchange(
                new BreakingExchange(exchange, breaker.breakerPercent(), breaker.breakerWait(), clock));
    }

    public ExchangeLimits limits() {
        return new ExchangeLimits(
                settings.upstream().connectTimeout(),
                settings.upstream().timeout(),
                settings.upstream().maxResponseBytes(),
                settings.upstream().maxConnections());
    }

    /** Limits and records of mints, as configured; what they keep open ends with {@code closer}. */
    public Policy admission(Closer closer, UnaryOperator<Admission> watched) {
        return new AdmissionSetup(settings, sections, closer, clock).policy(watched);
    }

    /** Tokens that are minted before they are asked for, if pools are configured; they end with {@code closer}. */
    public Policy pools(Closer closer, PoolWatch watch) {
        Supplier<CallerPolicies> current =
                policiesAreConfigured() ? sections.read(PolicySection::read) : CallerPolicies::none;
        PoolSection section = new PoolSection(
                current,
                Policy.chain(callerPolicies().stream().map(NamedPolicy::policy).toList()));
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
    public Mint mint(Exchange exchange) {
        return around(exchange, policies());
    }

    /** The mint for callers, without pools. */
    public Mint mint(Exchange exchange, Policy admission) {
        return mint(exchange, admission, Policy.none());
    }

    /**
     * The mint that the policies wrap: encodes, signs, sends and decodes.
     *
     * @param admission stands between what a caller may ask for and what the upstream supports
     * @param pools behind it, so that a token that was minted before counts as any other
     */
    public Mint mint(Exchange exchange, Policy admission, Policy pools) {
        return around(exchange, servicePolicies(admission, pools));
    }

    /** The outermost first, as a request of a caller meets them. */
    List<NamedPolicy> servicePolicies(Policy admission, Policy pools) {
        List<NamedPolicy> ofCallers = new ArrayList<>(callerPolicies());
        ofCallers.add(new NamedPolicy("admission", admission));
        ofCallers.add(new NamedPolicy("pool", pools));
        return policies(ofCallers);
    }

    private Mint around(Exchange exchange, List<NamedPolicy> policies) {
        return Policy.chain(policies.stream().map(NamedPolicy::policy).toList())
                .around(new DialectMint(upstream.dialect(), upstream.credential(), exchange));
    }

    /** The HTTP interface in front of a mint. */
    public Edge edge(Mint mint) {
        EdgeSettings edge = new EdgeSettings(
                upstream.dialect().name().toString(),
                settings.mint().defaultModel(),
                limits(settings.server()),
                hosts(settings.server()),
                crossOrigins(),
                settings.servesPage());
        return new Edge(
                edge,
                mint,
                new CachedReadiness(upstream.credential(), clock),
                repair(),
                upstream.embedded(),
                callers());
    }

    /** Whether callers are checked is decided at the start: a changed file cannot open the service. */
    private CallerCheck callers() {
        boolean checked = settings.sections().checksCallers();
        Supplier<CallerCheck> current = sections.read(now -> {
            if (now.checksCallers() != checked) {
                throw new BadSettingsException(
                        List.of("callers: a restart is needed to begin or to end the check of callers"));
            }
            return CallersReader.read(now, settings.auth().pepper(), clock);
        });
        return shown -> current.get().check(shown);
    }

    /** The configured ones, and those that any policy lists: whether the caller's own does is checked at the mint. */
    private Optional<Predicate<String>> crossOrigins() {
        List<String> configured = settings.server().corsOrigins();
        if (settings.sections().policies().isMissingNode()) {
            return configured.isEmpty() ? Optional.empty() : Optional.of(configured::contains);
        }
        Supplier<CallerPolicies> current = sections.read(PolicySection::read);
        return Optional.of(
                origin -> configured.contains(origin) || current.get().listOrigin(origin));
    }

    private static RequestLimits limits(ServerSettings server) {
        return new RequestLimits(
                server.maxRequestBytes(),
                new BodyTimes(server.bodyTimeout(), server.minBodyRate()),
                server.requestTimeout(),
                server.maxRequests());
    }

    public Repair repair() {
        return new Repair(
                settings.mint().repair(),
                name -> modelFacts().model(name).filter(rules::transcribes).isPresent());
    }

    /** The outermost first, for the operator: without those of callers. */
    public List<NamedPolicy> policies() {
        return policies(List.of());
    }

    /** The outermost first, for callers of the service. */
    public List<NamedPolicy> servicePolicies() {
        return policies(callerPolicies());
    }

    private List<NamedPolicy> policies(List<NamedPolicy> ofCallers) {
        List<NamedPolicy> all = new ArrayList<>(List.of(
                new NamedPolicy(AUDIT, audit()),
                new NamedPolicy("sandbox", sandbox()),
                new NamedPolicy("expired", new ExpiredTokenPolicy(clock))));
        all.addAll(ofCallers);
        all.addAll(List.of(
                new NamedPolicy("placement", new PlacementPolicy(upstream.dialect()::refuseSessionType)),
                new NamedPolicy("model rules", models()),
                new NamedPolicy("expiry", expiry()),
                new NamedPolicy("unknown", unknownMembers()),
                new NamedPolicy("defer", defer())));
        return List.copyOf(all);
    }

    /** None if no policies are configured. The second one needs to know the upstream. */
    private List<NamedPolicy> callerPolicies() {
        if (!policiesAreConfigured()) {
            return List.of();
        }
        Supplier<CallerPolicies> current = sections.read(PolicySection::read);
        return List.of(
                new NamedPolicy("caller", new CallerPolicy(current)), new NamedPolicy("upstream", atUpstream(current)));
    }

    private boolean policiesAreConfigured() {
        return !settings.sections().policies().isMissingNode();
    }

    private Policy atUpstream(Supplier<CallerPolicies> current) {
        Dialect dialect = upstream.dialect();
        UpstreamFacts facts = new UpstreamFacts(
                dialect.name().toString(),
                dialect.name().fixedLifetimeSeconds(),
                dialect.modelDeployments(),
                dialect::enforcer);
        return new UpstreamPolicy(current, facts, settings.mint().expiresAfterSeconds());
    }

    private Policy audit() {
        return new AuditPolicy(
                LoggerFactory.getLogger(AuditPolicy.class),
                upstream.dialect().name().toString(),
                upstream.hints());
    }

    private Policy sandbox() {
        return settings.upstream().url().isPresent() ? Policy.none() : new WarningPolicy(NOT_REAL);
    }

    public ModelPolicy models() {
        MintSettings mint = settings.mint();
        return new ModelPolicy(modelFacts(), clock, Period.ofDays(mint.retirementWarningDays()));
    }

    /** Facts about the models at the upstream, by model or by deployment. */
    ModelFacts modelFacts() {
        return rules.at(upstream.dialect().modelVendor(), upstream.dialect().modelDeployments());
    }

    private Policy expiry() {
        return upstream.dialect().acceptsLifetime()
                ? new ExpiryPolicy(settings.mint().expiresAfterSeconds(), clock)
                : Policy.none();
    }

    private Policy unknownMembers() {
        return upstream.dialect().failsOnUnknownMember() ? new UnknownMembersPolicy() : Policy.none();
    }

    private Policy defer() {
        return defers() ? new DeferPolicy(upstream.dialect()::sessionUpdate) : Policy.none();
    }

    public boolean defers() {
        return upstream.dialect().failsOnTranscriptionBlock() && settings.mint().defer();
    }

    /** Any Host is accepted when not listening on loopback, unless names are configured. */
    private static Predicate<String> hosts(ServerSettings server) {
        boolean any =
                !Loopback.isLoopback(server.host()) && server.allowedHosts().isEmpty();
        return name ->
                any || Loopback.isLoopback(name) || server.allowedHosts().contains(name.toLowerCase(Locale.ROOT));
    }
}
