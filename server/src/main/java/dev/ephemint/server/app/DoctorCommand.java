package dev.ephemint.server.app;

import dev.ephemint.server.doctor.Doctor;
import dev.ephemint.server.doctor.Instruments;
import dev.ephemint.server.doctor.Report;
import dev.ephemint.server.doctor.ReportJson;
import dev.ephemint.server.doctor.ReportText;
import dev.ephemint.server.doctor.Subject;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.DialectName;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.Reach;
import dev.ephemint.server.upstream.SocketExchange;
import java.time.Duration;

/** Examines what is configured, and prints a report of it. */
final class DoctorCommand {

    private static final Duration LISTENING = Duration.ofSeconds(20);

    private DoctorCommand() {}

    static int run(CommandLine line, Console console) {
        Logging.ofCommand();
        Report report = report(line);
        console.out().print(line.has(Option.JSON) ? json(report) : ReportText.of(report));
        return report.exitStatus();
    }

    /** Settings that can not work are the first thing that a doctor can find. */
    private static Report report(CommandLine line) {
        try (Closing closing = new Closing()) {
            Settings settings = Program.settings(line);
            Application application = Assembly.of(settings, closing);
            return Doctor.examine(subject(settings, application.vendor()), instruments(settings, application));
        } catch (BadSettingsException refused) {
            return Doctor.refused(refused.problems());
        }
    }

    private static Subject subject(Settings settings, Vendor vendor) {
        boolean sayLifetime = settings.upstream().dialect() != DialectName.AZURE_PREVIEW;
        return new Subject(
                vendor.endpoint(),
                settings.upstream().url().isEmpty(),
                vendor.dialect(),
                vendor.credential(),
                Subject.request(settings.mint().defaultModel(), sayLifetime));
    }

    private static Instruments instruments(Settings settings, Application application) {
        return new Instruments(
                new Reach(settings.upstream().connectTimeout()),
                application.exchange(),
                new SocketExchange(Assembly.limits(settings)),
                application.clock(),
                settings.upstream().timeout(),
                LISTENING);
    }

    private static String json(Report report) {
        return ReportJson.of(report).toPrettyString() + "\n";
    }
}
