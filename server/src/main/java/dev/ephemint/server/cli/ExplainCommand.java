package dev.ephemint.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.app.UpstreamChain;
import dev.ephemint.server.app.Version;
import dev.ephemint.server.caller.CallersReader;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.explain.DryRun;
import dev.ephemint.server.explain.Explanation;
import dev.ephemint.server.explain.ExplanationText;
import dev.ephemint.server.explain.RouteDryRun;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.route.RouteChoice;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.StandardHeaders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a mint would send, by the same mapping and policies, and sends nothing. */
@Command(name = "explain", description = "show what a mint would send, and what changed the request; sends nothing")
final class ExplainCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final RootCommand root;
    private final Console console;

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "use a dialect other than the configured one, or all")
    private @Nullable String dialect;

    @Option(
            names = "--caller",
            paramLabel = "NAME",
            description = "apply the policy of this caller; default: none, as for the operator")
    private @Nullable String caller;

    @Option(
            names = "--upstream",
            paramLabel = "NAME",
            description = "show what this upstream would be sent; default: the first of the request's route")
    private @Nullable String upstream;

    @Option(names = "--json", description = "print one JSON document instead of text")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    ExplainCommand(RootCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() {
        Logging.ofCommand();
        Settings settings = root.settings();
        checkOptions(settings);
        Optional<Caller> asking = asking(settings);
        RequestFile request = RequestFile.of(options, settings, console);
        List<Explanation> explanations = settings.upstreams().isEmpty()
                ? dialects(settings).stream()
                        .map(name -> explanation(settings, name, asking, request))
                        .toList()
                : List.of(routed(settings, asking, request));
        Redactor keys = settings.redactor();
        console.out().println(json ? keys.hide(json(explanations)).toPrettyString() : keys.hide(text(explanations)));
        return explanations.stream().anyMatch(Explanation::isRefused) ? Program.FAILURE : Program.SUCCESS;
    }

    private List<DialectName> dialects(Settings settings) {
        if (dialect == null) {
            return List.of(settings.upstream().dialect());
        }
        List<DialectName> dialects = Arrays.stream(DialectName.values())
                .filter(name -> ALL.equals(dialect) || name.toString().equals(dialect))
                .toList();
        if (dialects.isEmpty()) {
            throw new UsageException(
                    spec.commandLine(), "--dialect: must be all or one of " + Arrays.toString(DialectName.values()));
        }
        return dialects;
    }

    private static Explanation explanation(
            Settings settings, DialectName dialect, Optional<Caller> asking, RequestFile request) {
        Settings asked = settings.withDialect(dialect);
        Upstream upstream = settings.upstream()
                .url()
                .filter(url -> settings.upstream().dialect() == dialect)
                .map(url -> Upstream.of(asked, url))
                .orElseGet(() -> Upstream.example(asked));
        Application application = Application.of(asked, upstream, Clock.systemUTC());
        DryRun dryRun = new DryRun(
                policies(application.policies(application.chain(), ofCaller(application, asking))), upstream.dialect());
        return explained(application, upstream, dryRun, asking, request).withNotes(notes(settings, dialect, upstream));
    }

    /** At the upstream that is asked for, or at the first that would be asked; at the first of all if none would be. */
    private Explanation routed(Settings settings, Optional<Caller> asking, RequestFile request) {
        List<Upstream> upstreams = settings.upstreams().stream()
                .map(named -> Upstream.shown(settings.at(named)))
                .toList();
        Application application = Application.of(settings, upstreams, Clock.systemUTC());
        List<NamedPolicy> ofCaller = ofCaller(application, asking);
        RouteDryRun route = new RouteDryRun(policies(application.policies(application.chain(), ofCaller)));
        new LocalEdge(application.edge(by(asking, route.mint()))).post(request.path(), request.json());
        List<String> names = route.choice().map(RouteChoice::upstreams).orElse(List.of());
        if (upstream != null && !names.contains(upstream)) {
            throw new UsageException(
                    spec.commandLine(), "--upstream: the route of this request is " + names + ", without " + upstream);
        }
        String name = upstream == null
                ? names.stream().findFirst().orElse(upstreams.get(0).label())
                : upstream;
        UpstreamChain chain = application.chains().stream()
                .filter(one -> one.upstream().label().equals(name))
                .findFirst()
                .orElseThrow();
        List<NamedPolicy> atUpstream = new ArrayList<>(ofCaller);
        atUpstream.add(new NamedPolicy("fallback", next -> asked -> next.mint(atLeg(asked, name))));
        DryRun dryRun = new DryRun(
                policies(application.policies(chain, atUpstream)),
                chain.upstream().dialect());
        return explained(application, chain.upstream(), dryRun, asking, request)
                .withNotes(
                        chain.upstream().isSandbox()
                                ? List.of()
                                : chain.upstream().endpoint().notes())
                .at(new Explanation.Chosen(
                        name, route.choice().map(RouteChoice::lines).orElse(List.of())));
    }

    private static MintRequest atLeg(MintRequest asked, String name) {
        return asked.context().route().legs().stream()
                .filter(leg -> leg.upstream().equals(name))
                .findFirst()
                .map(leg -> asked.withBody(leg.body()))
                .orElse(asked);
    }

    private static List<NamedPolicy> ofCaller(Application application, Optional<Caller> asking) {
        return asking.isPresent() ? application.callerPolicies() : application.routing();
    }

    private static List<NamedPolicy> policies(List<NamedPolicy> all) {
        return all.stream()
                .filter(policy -> !policy.name().equals(Application.AUDIT))
                .toList();
    }

    private static Explanation explained(
            Application application, Upstream upstream, DryRun dryRun, Optional<Caller> asking, RequestFile request) {
        request.tree()
                .ifPresent(body -> dryRun.repaired(body, application.repair().apply(body, request.flat())));
        LocalResponse response =
                new LocalEdge(application.edge(by(asking, dryRun.mint()))).post(request.path(), request.json());
        Optional<UpstreamCall> call = dryRun.call().map(new StandardHeaders(Version.TEXT)::on);
        return Explanation.of(
                upstream.dialect().name().toString(),
                dryRun,
                call,
                upstream.credential().headers(),
                response.body());
    }

    private void checkOptions(Settings settings) {
        if (settings.upstreams().isEmpty() && upstream != null) {
            throw new UsageException(spec.commandLine(), "--upstream: the configuration has no upstreams");
        }
        if (!settings.upstreams().isEmpty() && dialect != null) {
            throw new UsageException(spec.commandLine(), "--dialect: use --upstream, because upstreams is set");
        }
    }

    /** The named caller with its policy; without callers, any name stands for everyone. */
    private Optional<Caller> asking(Settings settings) {
        ConfigSections sections = settings.sections();
        return Optional.ofNullable(caller).map(name -> {
            if (sections.checksCallers() && !sections.callers().has(name)) {
                throw new UsageException(spec.commandLine(), "--caller: callers has no " + name);
            }
            String policy = sections.checksCallers()
                    ? sections.callers().path(name).path("policy").asText(CallersReader.DEFAULT_POLICY)
                    : Caller.ANONYMOUS.policy();
            return new Caller(name, policy, Optional.empty());
        });
    }

    private static Mint by(Optional<Caller> asking, Mint mint) {
        return request -> mint.mint(
                asking.map(caller -> request.withContext(request.context().withCaller(caller)))
                        .orElse(request));
    }

    /** As doctor shows them; an example's address was not configured. */
    private static List<String> notes(Settings settings, DialectName dialect, Upstream upstream) {
        boolean configured =
                settings.upstream().url().isPresent() && settings.upstream().dialect() == dialect;
        return configured ? upstream.endpoint().notes() : List.of();
    }

    private static String text(List<Explanation> explanations) {
        return explanations.stream().map(ExplanationText::of).collect(Collectors.joining("\n"));
    }

    private static ArrayNode json(List<Explanation> explanations) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        explanations.forEach(explanation -> all.add(explanation.json()));
        return all;
    }
}
