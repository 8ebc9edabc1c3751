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
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines the configured upstream, and prints a report. */
@Command(
        name = "doctor",
        description = "mint, connect, send speech and wait for its transcript; report what is wrong and how to fix it")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration LISTENING = Duration.ofSeconds(20);

    private final RootCommand root;
    private final Console console;

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
            Application application = Application.of(settings, closer, Clock.systemUTC());
            Target target = target(settings, application);
            progress.accept(ReportText.head(Doctor.header(target)));
            return Doctor.examine(
                    target,
                    probes(application, keys.watching(application.exchange(closer))),
                    step -> progress.accept(ReportText.step(step)));
        } catch (BadSettingsException refused) {
            Report report = Doctor.invalidSettings(refused.problems());
            progress.accept(ReportText.head(report));
            report.steps().forEach(step -> progress.accept(ReportText.step(step)));
            return report;
        }
    }

    private static Target target(Settings settings, Application application) {
        Upstream upstream = application.upstream();
        return new Target(
                upstream.endpoint(),
                settings.upstream().url().isEmpty(),
                upstream.dialect(),
                upstream.credential(),
                application.defers(),
                Period.ofDays(settings.mint().retirementWarningDays()),
                application
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
                new SocketExchange(application.limits()),
                application.clock(),
                upstream.timeout(),
                LISTENING);
    }
}
