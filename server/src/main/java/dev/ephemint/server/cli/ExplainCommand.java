package dev.ephemint.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.contract.Redactor;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Assembly;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.app.Vendor;
import dev.ephemint.server.app.Version;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.explain.DryRun;
import dev.ephemint.server.explain.Explanation;
import dev.ephemint.server.explain.ExplanationText;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.settings.DialectName;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.OwnHeaders;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what a mint would send, by way of the same edge and policies, and sends nothing. */
final class ExplainCommand {

    private static final String ALL = "all";

    private static final Exchange NOTHING = call -> {
        throw new IllegalStateException("an explanation sends nothing");
    };

    private ExplainCommand() {}

    static int run(CommandLine line, Console console) {
        Logging.ofCommand();
        Settings settings = Program.settings(line);
        RequestFile request = RequestFile.of(line, settings, console);
        List<Explanation> explanations = dialects(line, settings).stream()
                .map(dialect -> explanation(settings, dialect, request))
                .toList();
        Redactor keys = settings.redactor();
        console.out()
                .println(
                        line.has(Option.JSON)
                                ? keys.hide(json(explanations)).toPrettyString()
                                : keys.hide(text(explanations)));
        return explanations.stream().anyMatch(Explanation::isRefused) ? Program.FAILED : Program.DONE;
    }

    private static List<DialectName> dialects(CommandLine line, Settings settings) {
        String asked =
                line.value(Option.DIALECT).orElse(settings.upstream().dialect().toString());
        List<DialectName> dialects = Arrays.stream(DialectName.values())
                .filter(name -> asked.equals(ALL) || name.toString().equals(asked))
                .toList();
        if (dialects.isEmpty()) {
            throw UsageException.of(
                    Command.EXPLAIN, "--dialect must be all or one of " + Arrays.toString(DialectName.values()));
        }
        return dialects;
    }

    private static Explanation explanation(Settings settings, DialectName dialect, RequestFile request) {
        Settings asked = settings.withDialect(dialect);
        Vendor vendor = settings.upstream()
                .url()
                .filter(url -> settings.upstream().dialect() == dialect)
                .map(url -> Vendor.of(asked, url))
                .orElseGet(() -> Vendor.example(asked));
        Application application = new Application(asked, vendor, Assembly.rules(settings), NOTHING, Clock.systemUTC());
        List<NamedPolicy> policies = application.policies().stream()
                .filter(policy -> !policy.name().equals(Application.AUDIT))
                .toList();
        DryRun dryRun = new DryRun(policies, vendor.dialect());
        request.tree()
                .ifPresent(body -> dryRun.repaired(body, application.repair().apply(body, request.flat())));
        LocalEdge.Answer answer = new LocalEdge(application.edge(dryRun.mint())).post(request.path(), request.json());
        Optional<UpstreamCall> call = dryRun.call().map(new OwnHeaders(Version.TEXT)::on);
        return Explanation.of(
                        dialect.toString(), dryRun, call, vendor.credential().headers(), answer.body())
                .withNotes(notes(settings, dialect, vendor));
    }

    /** As doctor shows them; an example's address was not configured. */
    private static List<String> notes(Settings settings, DialectName dialect, Vendor vendor) {
        boolean configured =
                settings.upstream().url().isPresent() && settings.upstream().dialect() == dialect;
        return configured ? vendor.endpoint().notes() : List.of();
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
