package dev.ephemint.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.app.Version;
import dev.ephemint.server.caller.CallersReader;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.explain.DryRun;
import dev.ephemint.server.explain.Explanation;
import dev.ephemint.server.explain.ExplanationText;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.StandardHeaders;
import java.time.Clock;
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
        List<DialectName> dialects = dialects(settings);
        Optional<Caller> asking = asking(settings);
        RequestFile request = RequestFile.of(options, settings, console);
        List<Explanation> explanations = dialects.stream()
                .map(name -> explanation(settings, name, asking, request))
                .toList();
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
        List<NamedPolicy> policies = (asking.isPresent() ? application.servicePolicies() : application.policies())
                .stream()
                        .filter(policy -> !policy.name().equals(Application.AUDIT))
                        .toList();
        DryRun dryRun = new DryRun(policies, upstream.dialect());
        request.tree()
                .ifPresent(body -> dryRun.repaired(body, application.repair().apply(body, request.flat())));
        LocalResponse response =
                new LocalEdge(application.edge(by(asking, dryRun.mint()))).post(request.path(), request.json());
        Optional<UpstreamCall> call = dryRun.call().map(new StandardHeaders(Version.TEXT)::on);
        return Explanation.of(
                        dialect.toString(), dryRun, call, upstream.credential().headers(), response.body())
                .withNotes(notes(settings, dialect, upstream));
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
