package dev.ephemint.server.cli;

import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Closer;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.doctor.Doctor;
import dev.ephemint.server.doctor.Report;
import dev.ephemint.server.doctor.ReportJson;
import dev.ephemint.server.doctor.ReportText;
import dev.ephemint.server.doctor.probe.Probes;
import dev.ephemint.server.doctor.probe.Target;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines the configured upstream, and prints a report. */
@Command(
        name = "doctor",
        description = "mint, connect, send speech and wait for its transcript; report what is wrong and how to fix it")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration LISTENING = Duration.ofSeconds(20);

    private final RootCommand root;
    private final Console console;

    @Option(
            names = "--upstream",
            paramLabel = "NAME",
            description = "examine this one of the configured upstreams; default: the first")
    private @Nullable String upstream;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "print one JSON document instead of text")
    private boolean json;

    DoctorCommand(RootCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() {
        Logging.ofCommand();
        Confidential keys =
                new Confidential(Sources.ofProcess(Optional.empty(), false).redactor());
        Consumer<String> print = text -> console.out().println(keys.hide(text));
        Report report = report(keys, json ? step -> {} : print);
        if (json) {
            console.out().println(keys.hide(ReportJson.of(report)).toPrettyString());
        } else {
            print.accept(ReportText.end(report));
        }
        return report.exitStatus();
    }

    /** Invalid settings are a finding, the first one. */
    private Report report(Confidential keys, Consumer<String> progress) {
        try (Closer closer = new Closer()) {
            Settings settings = root.settings();
            keys.add(settings.redactor());
            Application application = Application.of(at(settings), closer, Clock.systemUTC());
            Target target = target(settings, application);
            progress.accept(ReportText.head(Doctor.header(target)));
            return Doctor.examine(
                    target,
                    probes(application, keys.watching(application.chain().exchange(closer))),
                    step -> progress.accept(ReportText.step(step)));
        } catch (BadSettingsException refused) {
            Report report = Doctor.invalidSettings(refused.problems());
            progress.accept(ReportText.head(report));
            report.steps().forEach(step -> progress.accept(ReportText.step(step)));
            return report;
        }
    }

    private Settings at(Settings settings) {
        List<String> names =
                settings.upstreams().stream().map(NamedUpstream::name).toList();
        if (upstream == null) {
            return settings.upstreams().stream().findFirst().map(settings::at).orElse(settings);
        }
        if (!names.contains(upstream)) {
            throw new UsageException(spec.commandLine(), "--upstream: must be one of " + names);
        }
        return settings.at(settings.upstreams().get(names.indexOf(upstream)));
    }

    private static Target target(Settings settings, Application application) {
        Upstream upstream = application.upstream();
        return new Target(
                upstream.endpoint(),
                upstream.isSandbox(),
                upstream.dialect(),
                upstream.credential(),
                application.chain().defers(),
                Period.ofDays(settings.mint().retirementWarningDays()),
                application
                        .chain()
                        .models()
                        .warned(Target.request(
                                settings.mint().defaultModel(),
                                upstream.dialect().acceptsLifetime())));
    }

    private static Probes probes(Application application, Exchange exchange) {
        UpstreamSettings upstream = application.settings().upstream();
        return new Probes(
                new ConnectivityCheck(upstream.connectTimeout()),
                exchange,
                new SocketExchange(application.chain().limits()),
                application.clock(),
                upstream.timeout(),
                LISTENING);
    }
}
